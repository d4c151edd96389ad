package vn.tonghop.bench.peer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.tonghop.domain.standing.Measures;

/** Numbers in as few bytes as they need, and texts, one after the other. */
final class Packed {

  private static final int MORE = 0x80;
  private static final int SEVEN_BITS = 0x7F;

  private byte[] bytes;
  private int at;

  private Packed(byte[] bytes) {
    this.bytes = bytes;
  }

  static Packed writing() {
    return new Packed(new byte[512]);
  }

  static Packed reading(byte[] bytes) {
    return new Packed(bytes);
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, at);
  }

  /** Not negative. */
  void number(long value) {
    long rest = value;
    while (rest > SEVEN_BITS) {
      put((byte) ((rest & SEVEN_BITS) | MORE));
      rest >>>= 7;
    }
    put((byte) rest);
  }

  long number() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      value |= (long) (next & SEVEN_BITS) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  /** Any number; small ones of either sign are short. */
  void signed(long value) {
    // Not for the smallest long, which no figure is.
    number(value < 0 ? -2 * value - 1 : 2 * value);
  }

  long signed() {
    long value = number();
    return (value & 1) == 0 ? value / 2 : -(value + 1) / 2;
  }

  void flag(boolean flag) {
    put(flag ? (byte) 1 : 0);
  }

  boolean flag() {
    return bytes[at++] != 0;
  }

  void text(String text) {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  String text() {
    int length = (int) number();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  void bytes(byte[] more) {
    number(more.length);
    if (bytes.length - at < more.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * at, at + more.length));
    }
    System.arraycopy(more, 0, bytes, at, more.length);
    at += more.length;
  }

  byte[] bytes() {
    int length = (int) number();
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  void measures(Measures m) {
    number(m.assigned());
    number(m.completedOnTime());
    number(m.completedLate());
    number(m.openOnTrack());
    number(m.openOverdue());
    number(m.completedInPeriod());
    number(m.percentSum());
  }

  Measures measures() {
    return new Measures(number(), number(), number(), number(), number(), number(), number());
  }

  <T> void list(List<T> values, Consumer<T> write) {
    number(values.size());
    values.forEach(write);
  }

  <T> List<T> list(Supplier<T> read) {
    int size = (int) number();
    List<T> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(read.get());
    }
    return values;
  }

  private void put(byte value) {
    if (at == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * at);
    }
    bytes[at++] = value;
  }
}
