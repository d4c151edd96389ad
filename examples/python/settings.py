"""The settings file that `./tonghop unit add` writes, and what librdkafka wants of it."""

import re

import confluent_kafka

# Older ones fail at SCRAM on Kafka 4.
SCRAM_WORKS_FROM = 0x020601FF
ESCAPED = {"n": "\n", "r": "\r", "t": "\t", "f": "\f"}


def read(file):
    """A Java properties file as a dictionary."""
    with open(file, encoding="utf-8", newline=None) as lines:
        text = lines.read()
    settings = {}
    # A backslash at the end of a line goes on with the next; two of them are one of the value.
    for line in re.findall(r"(?:\\[\s\S]|[^\\\n])+", text):
        entry = re.fullmatch(r"\s*(?![#!])([^=:\s]+)\s*[=:]?\s*([\s\S]*)", line)
        if entry:
            settings[entry[1]] = re.sub(
                r"\\(?:\n\s*|u([0-9a-fA-F]{4})|([\s\S]))", _unescaped, entry[2]
            )
    return settings


def _unescaped(escape):
    code, char = escape.groups()
    if code:
        return chr(int(code, 16))
    return ESCAPED.get(char, char) if char else ""


def kafka(settings):
    """Addresses, whom to trust, who this is."""
    protocol = settings.get("security.protocol", "PLAINTEXT")
    config = {
        "bootstrap.servers": settings["bootstrap.servers"],
        "security.protocol": protocol,
    }
    if protocol.endswith("SSL"):
        for ours, theirs in (
            ("ssl.truststore.certificates", "ssl.ca.pem"),
            ("ssl.keystore.certificate.chain", "ssl.certificate.pem"),
            ("ssl.keystore.key", "ssl.key.pem"),
        ):
            if ours in settings:
                config[theirs] = settings[ours]
    if protocol.startswith("SASL"):
        version, number = confluent_kafka.libversion()
        if number < SCRAM_WORKS_FROM:
            raise ValueError(
                f"librdkafka {version} fails at SCRAM on Kafka 4 (2.6.1 does not): "
                "ask for a certificate, ./tonghop unit add --mtls"
            )
        word = lambda name: re.search(f'{name}="([^"]*)"', settings["sasl.jaas.config"])[1]
        config["sasl.mechanism"] = settings["sasl.mechanism"]
        config["sasl.username"] = word("username")
        config["sasl.password"] = word("password")
    return config
