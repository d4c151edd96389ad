package vn.tonghop.producer.file;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Finding;

/**
 * The text of a file by lines: UTF-8, or Windows-1258 where it is not UTF-8 and reads as
 * Vietnamese. It knows the lines whose bytes are neither.
 */
final class CsvText {

  /** Bytes of a file, at most: some 100,000 tasks. */
  static final int MAX_BYTES = 16 * 1024 * 1024;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Stands where bytes could not be read. */
  static final char REPLACEMENT = '\uFFFD';

  private final String text;
  private final BitSet unreadable = new BitSet();
  private int[] starts = new int[1024];
  private int lines;
  private boolean windows1258;

  private CsvText(CharSequence chars, BitSet bad) {
    int from = chars.length() > 0 && chars.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    this.text = chars.subSequence(from, chars.length()).toString();
    addLine(0);
    for (int i = 0; i < text.length(); i++) {
      if (bad.get(i + from)) {
        unreadable.set(lines);
      }
      char c = text.charAt(i);
      boolean lineFeedFollows = i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !lineFeedFollows)) {
        addLine(i + 1);
      }
    }
  }

  /**
   * The text of a file.
   *
   * @throws DefectException if it is UTF-16
   */
  static CsvText of(byte[] bytes) throws DefectException {
    if (begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF)) {
      throw new DefectException(Defect.UTF_16.at(Finding.DOCUMENT));
    }
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    BitSet bad = utf8(bytes, out);
    if (!bad.isEmpty() && out.get(0) != BYTE_ORDER_MARK) {
      @Nullable String old = Windows1258.read(bytes);
      if (old != null) {
        CsvText text = new CsvText(old, new BitSet());
        text.windows1258 = true;
        return text;
      }
    }
    return new CsvText(out, bad);
  }

  private static boolean begins(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  /** Decodes all, and says which characters stand for bytes that are not UTF-8. */
  private static BitSet utf8(byte[] bytes, CharBuffer out) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    BitSet bad = new BitSet();
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        out.flip();
        return bad;
      }
      bad.set(out.position());
      out.put(REPLACEMENT);
      in.position(in.position() + result.length());
    }
  }

  /** Whether it was not UTF-8, and read as Windows-1258. */
  boolean isWindows1258() {
    return windows1258;
  }

  private void addLine(int start) {
    if (lines == starts.length) {
      starts = Arrays.copyOf(starts, lines * 2);
    }
    starts[lines++] = start;
  }

  /** How many lines there are; lines count from 1. */
  int lines() {
    return lines;
  }

  /** All from the start of a line; nothing after the last. */
  Reader from(int line) {
    StringReader reader = new StringReader(text);
    try {
      reader.skip(line > lines ? text.length() : starts[line - 1]);
    } catch (IOException e) {
      throw new AssertionError("text in memory can always be read", e);
    }
    return reader;
  }

  /** One line, without its end. */
  String line(int line) {
    int end = line < lines ? starts[line] : text.length();
    return text.substring(starts[line - 1], end).replaceAll("[\\r\\n]+$", "");
  }

  /** Whether all bytes from a line up to another, this one not included, are UTF-8. */
  boolean isReadable(int from, int to) {
    int next = unreadable.nextSetBit(from);
    return next < 0 || next >= to;
  }
}
