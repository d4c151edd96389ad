package vn.tonghop.schemas.serde;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reports repeat the codes of catalogues, and list after list the same tasks: a text that was seen
 * lately is found by its bytes rather than made again. Bounded, whatever is sent: at most {@value
 * #PLACES} texts of {@value #LONGEST} bytes. May be shared between threads: a place that two of
 * them fill holds either's text, whole, since its fields are final.
 */
final class KnownTexts {
  /** Some thousand titles and notes of a country's tasks, and all its codes. */
  private static final int PLACES = 1 << 13;

  private static final int LONGEST = 256;

  /** Hashing by eight bytes at once: byte by byte it costs more than the text that it saves. */
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** 2^64 divided by the golden ratio: spreads neighbouring numbers over the high bits. */
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  private static final int PLACE_SHIFT = Long.SIZE - Integer.numberOfTrailingZeros(PLACES);

  private static final class Known {
    private final byte[] utf8;
    private final String text;

    private Known(byte[] utf8, String text) {
      this.utf8 = utf8;
      this.text = text;
    }
  }

  private final @Nullable Known[] places = new Known[PLACES];

  /** The text of these bytes, which lie within the array; malformed UTF-8 reads as in Avro. */
  String text(byte[] bytes, int from, int length) {
    if (length > LONGEST) {
      return new String(bytes, from, length, StandardCharsets.UTF_8);
    }
    int place = place(bytes, from, length);
    Known known = places[place];
    if (known != null
        && Arrays.equals(known.utf8, 0, known.utf8.length, bytes, from, from + length)) {
      return known.text;
    }
    String text = new String(bytes, from, length, StandardCharsets.UTF_8);
    places[place] = new Known(Arrays.copyOfRange(bytes, from, from + length), text);
    return text;
  }

  /** By length, beginning, middle and end: texts that share a place only make each other again. */
  private static int place(byte[] bytes, int from, int length) {
    long hash = length;
    if (length >= Long.BYTES) {
      hash = (hash ^ (long) WORD.get(bytes, from)) * SPREAD;
      hash = (hash ^ (long) WORD.get(bytes, from + (length - Long.BYTES) / 2)) * SPREAD;
      hash = (hash ^ (long) WORD.get(bytes, from + length - Long.BYTES)) * SPREAD;
    } else {
      for (int i = from; i < from + length; i++) {
        hash = (hash << Byte.SIZE) ^ bytes[i];
      }
      hash *= SPREAD;
    }
    return (int) (hash >>> PLACE_SHIFT);
  }
}
