package vn.tonghop.schemas.serde;

/**
 * Reads the values of Avro binary one after another, with the answers of Avro's own decoder. Where
 * that would not answer, this throws {@link Irregular} or an index error.
 */
final class AvroCursor {
  private static final int SEVEN_BITS = 0x7f;
  private static final int GROUP = 7;

  /** Not for this reader: Avro's own says what is wrong. */
  static final class Irregular extends RuntimeException {
    Irregular() {
      super("irregular bytes", null, false, false);
    }
  }

  private final byte[] bytes;
  private int at;

  AvroCursor(byte[] bytes, int from) {
    this.bytes = bytes;
    this.at = from;
  }

  /** How many bytes are left. */
  int left() {
    return bytes.length - at;
  }

  int readInt() {
    int value = bytes[at++];
    if (value < 0) {
      value = readIntFrom(value & SEVEN_BITS);
    }
    return (value >>> 1) ^ -(value & 1);
  }

  private int readIntFrom(int lowest) {
    int value = lowest;
    for (int shift = GROUP; shift < Integer.SIZE; shift += GROUP) {
      byte next = bytes[at++];
      value |= (next & SEVEN_BITS) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new Irregular();
  }

  long readLong() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += GROUP) {
      byte next = bytes[at++];
      value |= (long) (next & SEVEN_BITS) << shift;
      if (next >= 0) {
        return (value >>> 1) ^ -(value & 1);
      }
    }
    throw new Irregular();
  }

  boolean readBoolean() {
    byte value = bytes[at++];
    if (value >>> 1 != 0) {
      throw new Irregular();
    }
    return value == 1;
  }

  /** Which of several: an enum's symbol, a union's branch. */
  int readIndex(int many) {
    int index = readInt();
    if (index < 0 || index >= many) {
      throw new Irregular();
    }
    return index;
  }

  /** Whether a value follows, where null is the first of two branches. */
  boolean readPresent() {
    return readIndex(2) == 1;
  }

  /** A length of bytes that are all there. */
  int readLength() {
    long length = bytes[at] >= 0 ? readInt() : readLong();
    if (length < 0 || length > left()) {
      throw new Irregular();
    }
    return (int) length;
  }

  /** Text among those known; malformed UTF-8 reads as in Avro. */
  String readText(KnownTexts known) {
    int length = readLength();
    String text = known.text(bytes, at, length);
    at += length;
    return text;
  }

  /** A big-endian number of at most eight bytes, length first. */
  long readUnscaled() {
    int length = readLength();
    if (length == 0 || length > Long.BYTES) {
      throw new Irregular();
    }
    long value = bytes[at++];
    for (int more = length - 1; more > 0; more--) {
      value = (value << Byte.SIZE) | (bytes[at++] & 0xff);
    }
    return value;
  }

  /**
   * How many items follow, if one block holds them all, as all known writers write it.
   *
   * @param least bytes of an item
   */
  int readCount(int least) {
    int count = readLength();
    if (count > left() / least) {
      throw new Irregular();
    }
    return count;
  }

  /** The end of that block; no items have none. */
  void readEnd(int count) {
    if (count > 0 && bytes[at++] != 0) {
      throw new Irregular();
    }
  }
}
