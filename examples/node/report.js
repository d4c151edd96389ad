'use strict';

const MS_A_DAY = 86_400_000;
const PLACES = 3;

/** A report as JSON has it, as Avro has it: days since 1970, and decimals as bytes. */
function toAvro(report) {
  return {
    ...report,
    asOf: days(report.asOf),
    tasks: (report.tasks ?? []).map((task) => ({
      ...task,
      dueOn: days(task.dueOn),
      completedOn: days(task.completedOn),
    })),
    indicators: (report.indicators ?? []).map(({ code, value }) => ({ code, value: decimal(value) })),
    submittedAt: report.submittedAt == null ? null : Date.parse(report.submittedAt),
  };
}

function days(date) {
  return date == null ? null : Date.parse(`${date}T00:00:00Z`) / MS_A_DAY;
}

/** The unscaled number, most significant byte first, in two's complement, as short as it goes. */
function decimal(value) {
  const text = value.toFixed(PLACES);
  if (Number(text) !== value) {
    throw new RangeError(`${value} has more than ${PLACES} places`);
  }
  const unscaled = BigInt(text.replace('.', ''));
  let bits = 8;
  while (BigInt.asIntN(bits, unscaled) !== unscaled) {
    bits += 8;
  }
  const hex = BigInt.asUintN(bits, unscaled).toString(16).padStart(bits / 4, '0');
  return Buffer.from(hex, 'hex');
}

module.exports = { toAvro };
