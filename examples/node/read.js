'use strict';
// node read.js SETTINGS NAME TOPIC...: what each key of compacted topics says now, a line of JSON a key.
// Reads what is committed, from the beginning to the end that there was when it began. NAME is the reader's, as it
// was given to `./tonghop reader add`. Ends with 0; with 2 if a topic could not be read.
const { randomUUID } = require('node:crypto');
const { CompressionCodecs, CompressionTypes, Kafka, logLevel } = require('kafkajs');
const { SchemaRegistry } = require('@kafkajs/confluent-schema-registry');
const lz4 = require('lz4js');
const { readSettings, kafkaConfig } = require('./settings');

const PATIENCE_MS = 120_000;

// Batches come in LZ4, which kafkajs leaves to others. Nothing is sent in it.
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: async () => { throw new Error('not used'); },
  decompress: async (buffer) => Buffer.from(lz4.decompress(buffer)),
});

/** The last record of each topic and key, without those that a tombstone took away. */
async function read(settings, name, topics) {
  const registry = new SchemaRegistry({ host: settings['schema.registry.url'] });
  const kafka = new Kafka({
    clientId: `reader-${name}`,
    logLevel: logLevel.ERROR,
    ...kafkaConfig(settings),
  });
  const unread = await endsOf(kafka, topics);
  const consumer = kafka.consumer({
    // kafkajs cannot read without a group: this one has a name that a reader may choose, and commits nothing.
    groupId: `reader-${name}.${randomUUID()}`,
    // Others than committed records may never have been.
    readUncommitted: false,
    allowAutoTopicCreation: false,
  });
  const latest = new Map();
  const ended = allRead(consumer, unread);
  await consumer.connect();
  try {
    await consumer.subscribe({ topics, fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachMessage: async (each) => take(latest, each, registry),
    });
    await ended;
  } finally {
    await consumer.disconnect();
  }
  return latest;
}

/** Where each partition that holds anything ends. */
async function endsOf(kafka, topics) {
  const admin = kafka.admin();
  await admin.connect();
  const unread = new Map();
  try {
    for (const topic of topics) {
      for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
        if (Number(high) > Number(low)) {
          unread.set(`${topic}-${partition}`, Number(high));
        }
      }
    }
  } finally {
    await admin.disconnect();
  }
  return unread;
}

/**
 * Comes when all partitions are read to their ends. Batches are looked at, not messages: what ends a transaction
 * has an offset of its own, and nobody is shown it.
 */
function allRead(consumer, unread) {
  let timer;
  const read = new Promise((resolve, reject) => {
    const look = () => unread.size === 0 && resolve();
    consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) => {
      const place = `${payload.topic}-${payload.partition}`;
      if (unread.has(place) && Number(payload.lastOffset) + 1 >= unread.get(place)) {
        unread.delete(place);
      }
      look();
    });
    consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    timer = setTimeout(
      () => reject(new Error(`not read to the end within ${PATIENCE_MS} ms: ${[...unread.keys()]}`)),
      PATIENCE_MS);
    look();
  }).finally(() => clearTimeout(timer));
  // Whoever awaits it hears of a failure; it must not end the program before.
  read.catch(() => {});
  return read;
}

async function take(latest, { topic, partition, message }, registry) {
  const key = message.key.toString('utf8');
  const place = JSON.stringify([topic, key]);
  if (message.value === null) {
    // A tombstone: the key says nothing any more.
    latest.delete(place);
    return;
  }
  // A table's total; a standing has none.
  const { total = null } = await registry.decode(message.value);
  latest.set(place, { topic, key, partition, offset: Number(message.offset), total });
}

async function main([settings, name, ...topics]) {
  if (topics.length === 0) {
    throw new Error('usage: node read.js SETTINGS NAME TOPIC...');
  }
  const latest = await read(readSettings(settings), name, topics);
  [...latest.keys()].sort().forEach((place) => console.log(JSON.stringify(latest.get(place))));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(`read.js: ${error.message}`);
  process.exitCode = 2;
});
