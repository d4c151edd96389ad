'use strict';
// node send.js SETTINGS REPORT.json: sends one report, waits for its receipt and prints it as JSON.
// Ends with 0; with 1 if the report is rejected or contradicts an earlier one; with 2 if it could not be sent,
// or nobody answered.
const fs = require('node:fs');
const { randomUUID } = require('node:crypto');
const { CompressionCodecs, CompressionTypes, Kafka, Partitioners, logLevel } = require('kafkajs');
const { SchemaRegistry } = require('@kafkajs/confluent-schema-registry');
const lz4 = require('lz4js');
const { readSettings, kafkaConfig } = require('./settings');
const { toAvro } = require('./report');

const SUBJECT = 'vn.tonghop.ProgressReport';
const REFUSED = ['REJECTED', 'CONFLICT'];
const PATIENCE_MS = 120_000;

// Receipts come in LZ4, which kafkajs leaves to others. Nothing is sent in it.
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: async () => { throw new Error('not used'); },
  decompress: async (buffer) => Buffer.from(lz4.decompress(buffer)),
});

async function send(settings, report) {
  const registry = new SchemaRegistry({ host: settings['schema.registry.url'] });
  const kafka = new Kafka({
    clientId: `unit-${report.unit}`,
    logLevel: logLevel.ERROR,
    ...kafkaConfig(settings),
  });
  // Only looks the id up: register() would also change the subject's compatibility.
  const schemaId = await registry.getLatestSchemaId(SUBJECT);
  const value = await registry.encode(schemaId, toAvro(report));

  const receipts = await Receipts.fromNow(kafka, registry, report.unit);
  try {
    const sent = await publish(kafka, report, value);
    return await receipts.of(sent);
  } finally {
    await receipts.close();
  }
}

/** Returns where the record stands. */
async function publish(kafka, report, value) {
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  try {
    const [place] = await producer.send({
      topic: `tonghop.reports.${report.unit}`,
      acks: -1,
      messages: [{ key: `${report.programme}|${report.period}`, value }],
    });
    return { topic: place.topicName, partition: place.partition, offset: Number(place.baseOffset) };
  } finally {
    await producer.disconnect();
  }
}

/**
 * The receipts of a unit from now on, committed ones only. kafkajs cannot read without a group: this
 * one has a name of its own, which a unit may choose behind `unit-<code>.`, and commits nothing.
 */
class Receipts {
  static async fromNow(kafka, registry, unit) {
    const topic = `tonghop.receipts.${unit}`;
    const admin = kafka.admin();
    await admin.connect();
    const ends = await admin.fetchTopicOffsets(topic).finally(() => admin.disconnect());
    const consumer = kafka.consumer({
      groupId: `unit-${unit}.${randomUUID()}`,
      readUncommitted: false,
      allowAutoTopicCreation: false,
    });
    await consumer.connect();
    const receipts = new Receipts(consumer);
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachMessage: async ({ message }) => receipts.take(await registry.decode(message.value)),
    });
    ends.forEach(({ partition, high }) => consumer.seek({ topic, partition, offset: high }));
    return receipts;
  }

  constructor(consumer) {
    this.consumer = consumer;
    this.come = [];
    this.look = () => {};
    this.crashed = new Promise((_, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    });
    // Whoever waits hears of it; if nobody does, the program has ended otherwise.
    this.crashed.catch(() => {});
  }

  take(receipt) {
    this.come.push(receipt);
    this.look();
  }

  /** The receipt of the record that stands at this place: nothing else tells receipts apart. */
  async of({ topic, partition, offset }) {
    let timer;
    const answered = new Promise((resolve, reject) => {
      timer = setTimeout(
        () => reject(new Error(`no receipt within ${PATIENCE_MS} ms of ${topic}-${partition}@${offset}`)),
        PATIENCE_MS);
      this.look = () => {
        const mine = this.come.find((each) =>
          each.topic === topic && each.partition === partition && each.offset === offset);
        if (mine) {
          resolve(mine);
        }
      };
      this.look();
    });
    return Promise.race([answered, this.crashed]).finally(() => clearTimeout(timer));
  }

  async close() {
    await this.consumer.disconnect();
  }
}

async function main([settings, report, ...more]) {
  if (!report || more.length > 0) {
    throw new Error('usage: node send.js SETTINGS REPORT.json');
  }
  const receipt = await send(readSettings(settings), JSON.parse(fs.readFileSync(report, 'utf8')));
  const decidedAt = new Date(receipt.decidedAt).toISOString();
  console.log(JSON.stringify({ ...receipt, decidedAt }));
  return REFUSED.includes(receipt.outcome) ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (code) => { process.exitCode = code; },
  (error) => {
    console.error(`send.js: ${error.message}`);
    process.exitCode = 2;
  });
