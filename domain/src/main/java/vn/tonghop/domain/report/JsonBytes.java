package vn.tonghop.domain.report;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Canonical JSON (RFC 8785) as UTF-8, written into one array that grows and is used again. */
final class JsonBytes {
  /** Bytes that one char of a text takes at most, as a control character's escape. */
  private static final int LONGEST_CHAR = 6;

  private static final int QUOTES = 2;
  private static final int LAST_SMALL = 999;
  private static final char FIRST_PRINTABLE = ' ';
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes = new byte[4096];
  private int length;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  /** JSON that stands as it is. */
  void raw(byte[] json) {
    room(json.length);
    System.arraycopy(json, 0, bytes, length, json.length);
    length += json.length;
  }

  void raw(char json) {
    room(1);
    bytes[length++] = (byte) json;
  }

  void string(@Nullable String text) {
    if (text == null) {
      raw(NULL);
      return;
    }
    room(text.length() * LONGEST_CHAR + QUOTES);
    bytes[length++] = '"';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= FIRST_PRINTABLE && c < 0x80 && c != '"' && c != '\\') {
        bytes[length++] = (byte) c;
      } else if (c < 0x80) {
        escape(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        beyondBasicPlane(Character.toCodePoint(c, text.charAt(++i)));
      } else {
        utf8(c);
      }
    }
    bytes[length++] = '"';
  }

  void string(@Nullable LocalDate date) {
    if (date == null) {
      raw(NULL);
    } else if (date.getYear() < 0 || date.getYear() > 9999) {
      string(date.toString());
    } else {
      room("\"2024-03-31\"".length());
      bytes[length++] = '"';
      twoDigits(date.getYear() / 100);
      twoDigits(date.getYear() % 100);
      bytes[length++] = '-';
      twoDigits(date.getMonthValue());
      bytes[length++] = '-';
      twoDigits(date.getDayOfMonth());
      bytes[length++] = '"';
    }
  }

  void number(int number) {
    if (number < 0 || number > LAST_SMALL) {
      raw(Integer.toString(number).getBytes(StandardCharsets.US_ASCII));
      return;
    }
    room("999".length());
    if (number > 99) {
      bytes[length++] = (byte) ('0' + number / 100);
    }
    if (number > 9) {
      bytes[length++] = (byte) ('0' + number / 10 % 10);
    }
    bytes[length++] = (byte) ('0' + number % 10);
  }

  private void twoDigits(int number) {
    bytes[length++] = (byte) ('0' + number / 10);
    bytes[length++] = (byte) ('0' + number % 10);
  }

  private void escape(char c) {
    bytes[length++] = '\\';
    switch (c) {
      case '"', '\\' -> bytes[length++] = (byte) c;
      case '\b' -> bytes[length++] = 'b';
      case '\t' -> bytes[length++] = 't';
      case '\n' -> bytes[length++] = 'n';
      case '\f' -> bytes[length++] = 'f';
      case '\r' -> bytes[length++] = 'r';
      default -> {
        bytes[length++] = 'u';
        bytes[length++] = '0';
        bytes[length++] = '0';
        bytes[length++] = (byte) HexFormat.of().toHighHexDigit(c);
        bytes[length++] = (byte) HexFormat.of().toLowHexDigit(c);
      }
    }
  }

  /** Half a surrogate pair has no UTF-8: a question mark, as Java writes it. */
  private void utf8(char c) {
    if (Character.isSurrogate(c)) {
      bytes[length++] = '?';
    } else if (c < 0x800) {
      bytes[length++] = (byte) (0xc0 | (c >> 6));
      continuation(c);
    } else {
      bytes[length++] = (byte) (0xe0 | (c >> 12));
      continuation(c >> 6);
      continuation(c);
    }
  }

  private void beyondBasicPlane(int codePoint) {
    bytes[length++] = (byte) (0xf0 | (codePoint >> 18));
    continuation(codePoint >> 12);
    continuation(codePoint >> 6);
    continuation(codePoint);
  }

  private void continuation(int bits) {
    bytes[length++] = (byte) (0x80 | (bits & 0x3f));
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
