package vn.tonghop.schemas.serde;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/** Makes bytes that nobody ought to send, of those that somebody may. */
final class MutatedBytes {

  private final Random random;

  MutatedBytes(Random random) {
    this.random = random;
  }

  /** The bytes with some accident, or as they were; those before {@code from} stay. */
  byte[] of(byte[] whole, byte[] other, int from) {
    return switch (random.nextInt(9)) {
      case 0 -> whole;
      case 1 -> Arrays.copyOf(whole, place(whole, from));
      case 2 -> Arrays.copyOf(whole, whole.length + 1 + random.nextInt(20));
      case 3 -> inserted(whole, place(whole, from), number());
      case 4 -> stretched(whole, place(whole, from));
      case 5 -> joined(Arrays.copyOf(whole, place(whole, from)), tail(other, place(other, from)));
      case 6 -> overwritten(whole, from);
      default -> flipped(whole, from);
    };
  }

  private byte[] flipped(byte[] whole, int from) {
    byte[] bytes = whole.clone();
    for (int more = 1 + random.nextInt(3); more > 0; more--) {
      bytes[place(whole, from)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    }
    return bytes;
  }

  private byte[] overwritten(byte[] whole, int from) {
    byte[] bytes = whole.clone();
    for (int more = 1 + random.nextInt(3); more > 0; more--) {
      bytes[place(whole, from)] = (byte) random.nextInt();
    }
    return bytes;
  }

  /** The same number, perhaps, in one byte more: Avro reads that, too. */
  private static byte[] stretched(byte[] whole, int at) {
    byte[] bytes = inserted(whole, at + 1, new byte[1]);
    bytes[at] |= (byte) 0x80;
    return bytes;
  }

  /** A number of any length up to eleven bytes, which is too long for Avro. */
  private byte[] number() {
    byte[] number = new byte[1 + random.nextInt(11)];
    random.nextBytes(number);
    for (int i = 0; i < number.length - 1; i++) {
      number[i] |= (byte) 0x80;
    }
    number[number.length - 1] &= 0x7f;
    return number;
  }

  private static byte[] inserted(byte[] whole, int at, byte[] more) {
    return joined(joined(Arrays.copyOf(whole, at), more), tail(whole, at));
  }

  private int place(byte[] whole, int from) {
    return from + random.nextInt(whole.length - from);
  }

  private static byte[] tail(byte[] whole, int from) {
    return Arrays.copyOfRange(whole, from, whole.length);
  }

  private static byte[] joined(byte[] head, byte[] tail) {
    return ByteBuffer.allocate(head.length + tail.length).put(head).put(tail).array();
  }
}
