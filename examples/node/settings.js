'use strict';
const fs = require('node:fs');

const ESCAPED = { n: '\n', r: '\r', t: '\t', f: '\f' };

/** A Java properties file, as `./tonghop unit add` writes it, as a plain object. */
function readSettings(file) {
  const settings = {};
  const text = fs.readFileSync(file, 'utf8').replace(/\r\n?/g, '\n');
  // A backslash at the end of a line goes on with the next; two of them are one of the value.
  for (const line of text.match(/(?:\\[^]|[^\\\n])+/g) ?? []) {
    const entry = /^\s*(?![#!])([^=:\s]+)\s*[=:]?\s*([^]*)$/.exec(line);
    if (entry) {
      settings[entry[1]] = entry[2].replace(/\\(?:\n\s*|u([0-9a-fA-F]{4})|([^]))/g, (_, code, char) =>
        code ? String.fromCharCode(parseInt(code, 16)) : char ? (ESCAPED[char] ?? char) : '');
    }
  }
  return settings;
}

/** What kafkajs wants of them: addresses, whom to trust, who this is. */
function kafkaConfig(settings) {
  const protocol = settings['security.protocol'] ?? 'PLAINTEXT';
  const config = { brokers: settings['bootstrap.servers'].split(',').map((each) => each.trim()) };
  if (protocol.endsWith('SSL')) {
    config.ssl = {
      ca: settings['ssl.truststore.certificates'],
      cert: settings['ssl.keystore.certificate.chain'],
      key: settings['ssl.keystore.key'],
    };
  }
  if (protocol.startsWith('SASL')) {
    const word = (name) => new RegExp(`${name}="([^"]*)"`).exec(settings['sasl.jaas.config'])?.[1];
    config.sasl = {
      mechanism: settings['sasl.mechanism'].toLowerCase(),
      username: word('username'),
      password: word('password'),
    };
  }
  return config;
}

module.exports = { readSettings, kafkaConfig };
