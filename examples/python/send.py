#!/usr/bin/python3
"""send.py SETTINGS REPORT.json: sends one report, waits for its receipt and prints it as JSON.

Ends with 0; with 1 if the report is rejected or contradicts an earlier one; with 2 if it could not be sent,
or nobody answered.
"""

import decimal
import json
import sys
import time

from confluent_kafka import Consumer, KafkaException, Producer, TopicPartition

import codec
import settings

SUBJECT = "vn.tonghop.ProgressReport"
REFUSED = ("REJECTED", "CONFLICT")
PATIENCE_SECONDS = 120
ASK_SECONDS = 60


class Failed(Exception):
    """The report could not be sent, or nobody answered."""


def publish(kafka, report, value):
    """Sends, and returns topic, partition and offset of the record."""
    place = []
    producer = Producer(
        {
            **kafka,
            "acks": "all",
            "enable.idempotence": True,
            "message.timeout.ms": ASK_SECONDS * 1000,
        }
    )
    producer.produce(
        f"tonghop.reports.{report['unit']}",
        key=f"{report['programme']}|{report['period']}",
        value=value,
        on_delivery=lambda error, sent: place.append((error, sent)),
    )
    if producer.flush(ASK_SECONDS + 10) > 0:
        raise Failed("the broker did not answer")
    error, sent = place[0]
    if error:
        raise KafkaException(error)
    return sent.topic(), sent.partition(), sent.offset()


def receipts_from_now(kafka, unit):
    """A reader of the unit's committed receipts, set to what comes next.

    librdkafka asks for a group's name, though nothing is committed and no group is joined.
    """
    consumer = Consumer(
        {
            **kafka,
            "group.id": f"unit-{unit}.example",
            "enable.auto.commit": False,
            "isolation.level": "read_committed",
            "allow.auto.create.topics": False,
        }
    )
    partition = TopicPartition(f"tonghop.receipts.{unit}", 0)
    _, partition.offset = consumer.get_watermark_offsets(partition, timeout=ASK_SECONDS)
    consumer.assign([partition])
    return consumer


def receipt_of(consumer, registry, place):
    """The receipt of the record at this place: nothing else tells receipts apart."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        message = consumer.poll(1)
        if message is None:
            continue
        if message.error():
            raise KafkaException(message.error())
        receipt = codec.decode(registry, message.value())
        if (receipt["topic"], receipt["partition"], receipt["offset"]) == place:
            return receipt
    raise Failed(f"no receipt within {PATIENCE_SECONDS} s of {place}")


def send(found, report):
    kafka = settings.kafka(found)
    registry = codec.Registry(found["schema.registry.url"])
    value = codec.encode(registry, SUBJECT, report)
    consumer = receipts_from_now(kafka, report["unit"])
    try:
        return receipt_of(consumer, registry, publish(kafka, report, value))
    finally:
        consumer.close()


def main(arguments):
    if len(arguments) != 2:
        raise Failed("usage: send.py SETTINGS REPORT.json")
    with open(arguments[1], encoding="utf-8") as file:
        report = json.load(file, parse_float=decimal.Decimal)
    receipt = send(settings.read(arguments[0]), report)
    print(json.dumps(receipt, ensure_ascii=False, default=lambda instant: instant.isoformat()))
    return 1 if receipt["outcome"] in REFUSED else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (Failed, KafkaException, OSError, ValueError, decimal.DecimalException) as error:
        print(f"send.py: {error}", file=sys.stderr)
        sys.exit(2)
