package vn.tonghop.bench.codec;

import org.apache.avro.Schema;
import vn.tonghop.ProgressReport;

/**
 * The least that reading a report can cost: every byte of it is walked by the schema as it stands,
 * texts are hashed, numbers summed, nothing is checked and nothing is made.
 */
final class FloorReader {

  private static final int HEADER = 5;
  private static final int FIELDS = 12;
  private static final int LINE_FIELDS = 9;
  private static final int SEVEN_BITS = 0x7F;
  private static final int PRIME = 31;

  private byte[] bytes = {};
  private int at;
  private long sum;

  FloorReader() {
    Schema schema = ProgressReport.getClassSchema();
    Schema line = schema.getField("tasks").schema().getElementType();
    if (schema.getFields().size() != FIELDS || line.getFields().size() != LINE_FIELDS) {
      throw new IllegalStateException("the schema has changed: " + schema);
    }
  }

  /** A number that depends on every byte's meaning. */
  long read(byte[] report) {
    bytes = report;
    at = HEADER;
    sum = 0;
    text();
    text();
    text();
    number();
    number();
    number();
    at += 2;
    lines();
    indicators();
    if (number() != 0) {
      text();
    }
    if (number() != 0) {
      number();
    }
    if (at != bytes.length) {
      throw new IllegalStateException("%d of %d bytes read".formatted(at, bytes.length));
    }
    return sum;
  }

  private void lines() {
    for (long left = number(); left != 0; left = number()) {
      for (long i = 0; i < left; i++) {
        text();
        optionalText();
        text();
        text();
        number();
        optionalNumber();
        optionalNumber();
        number();
        optionalText();
      }
    }
  }

  private void indicators() {
    for (long left = number(); left != 0; left = number()) {
      for (long i = 0; i < left; i++) {
        text();
        text();
      }
    }
  }

  private void optionalText() {
    if (number() != 0) {
      text();
    }
  }

  private void optionalNumber() {
    if (number() != 0) {
      number();
    }
  }

  private void text() {
    int length = (int) number();
    int hash = 0;
    for (int end = at + length; at < end; at++) {
      hash = PRIME * hash + bytes[at];
    }
    sum += hash;
  }

  /** Zigzag, as Avro writes ints, longs, lengths and counts. */
  private long number() {
    long raw = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes[at++];
      raw |= (long) (next & SEVEN_BITS) << shift;
      shift += 7;
    } while (next < 0);
    long value = (raw >>> 1) ^ -(raw & 1);
    sum += value;
    return value;
  }
}
