#!/usr/bin/python3
"""read.py SETTINGS NAME TOPIC...: what each key of compacted topics says now, a line of JSON a key.

Reads what is committed, from the beginning to the end. NAME is the reader's, as it was given to
`./tonghop reader add`. Ends with 0; with 2 if a topic could not be read.
"""

import json
import sys
import time

from confluent_kafka import (
    OFFSET_BEGINNING,
    Consumer,
    KafkaError,
    KafkaException,
    TopicPartition,
)

import codec
import settings

PATIENCE_SECONDS = 120
ASK_SECONDS = 60


class Failed(Exception):
    """Not everything could be read."""


def partitions(consumer, topics):
    found = []
    for topic in topics:
        metadata = consumer.list_topics(topic, timeout=ASK_SECONDS).topics[topic]
        if metadata.error:
            raise KafkaException(metadata.error)
        found += [TopicPartition(topic, each, OFFSET_BEGINNING) for each in metadata.partitions]
    return found


def read(found, name, topics):
    """The last record of each (topic, key), without those that a tombstone took away."""
    registry = codec.Registry(found["schema.registry.url"])
    consumer = Consumer(
        {
            **settings.kafka(found),
            "client.id": f"reader-{name}",
            # librdkafka asks for a group's name, though nothing is committed and no group is joined.
            "group.id": f"reader-{name}.example",
            "enable.auto.commit": False,
            # Others than committed records may never have been.
            "isolation.level": "read_committed",
            # An event where the committed records end: offsets have gaps, and no count tells.
            "enable.partition.eof": True,
            "allow.auto.create.topics": False,
        }
    )
    try:
        assigned = partitions(consumer, topics)
        consumer.assign(assigned)
        waiting = {(each.topic, each.partition) for each in assigned}
        latest = {}
        deadline = time.monotonic() + PATIENCE_SECONDS
        while waiting:
            if time.monotonic() > deadline:
                raise Failed(f"not read to the end within {PATIENCE_SECONDS} s: {sorted(waiting)}")
            message = consumer.poll(1)
            if message is None:
                continue
            if message.error() is None:
                take(latest, message, registry)
            elif message.error().code() == KafkaError._PARTITION_EOF:
                waiting.discard((message.topic(), message.partition()))
            else:
                raise KafkaException(message.error())
        return latest
    finally:
        consumer.close()


def take(latest, message, registry):
    key = (message.topic(), message.key().decode("utf-8"))
    if message.value() is None:
        # A tombstone: the key says nothing any more.
        latest.pop(key, None)
    else:
        latest[key] = {
            "partition": message.partition(),
            "offset": message.offset(),
            # A table's total; a standing has none.
            "total": codec.decode(registry, message.value()).get("total"),
        }


def main(arguments):
    if len(arguments) < 3:
        raise Failed("usage: read.py SETTINGS NAME TOPIC...")
    latest = read(settings.read(arguments[0]), arguments[1], arguments[2:])
    for (topic, key), said in sorted(latest.items()):
        print(json.dumps({"topic": topic, "key": key, **said}, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (Failed, KafkaException, OSError, ValueError) as error:
        print(f"read.py: {error}", file=sys.stderr)
        sys.exit(2)
