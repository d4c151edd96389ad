package vn.tonghop.standalone.letters;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The beginning of a sender's bytes, in a form that does nothing to a terminal. */
final class Excerpt {

  /** Bytes shown in hexadecimal digits. */
  static final int HEX = 256;

  /** Bytes shown in base64. */
  static final int BASE64 = 768;

  private static final int A_LINE = 16;
  private static final int MOST_TEXT = 200;
  private static final int SHORT = 64;
  private static final HexFormat FORMAT = HexFormat.ofDelimiter(" ");

  private Excerpt() {}

  /** As a dump has it: sixteen bytes a line, with the letters among them. */
  static List<String> dump(byte[] bytes) {
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < Math.min(bytes.length, HEX); at += A_LINE) {
      byte[] line = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + A_LINE));
      lines.add("%06x  %-47s  %s".formatted(at, FORMAT.formatHex(line), ascii(line)));
    }
    return lines;
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, Math.min(bytes.length, BASE64)));
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, HEX));
  }

  /** A key or a header: the text if it is one, else its digits. */
  static String inWords(byte @Nullable [] bytes) {
    if (bytes == null) {
      return "null";
    }
    String size = " (%d bytes)".formatted(bytes.length);
    return text(bytes)
            .map(text -> Escaped.quoted(text, MOST_TEXT))
            .orElseGet(
                () ->
                    "0x"
                        + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, SHORT))
                        + (bytes.length > SHORT ? "…" : ""))
        + size;
  }

  /** If it is UTF-8. */
  static Optional<String> text(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String ascii(byte[] bytes) {
    StringBuilder letters = new StringBuilder();
    for (byte each : bytes) {
      letters.append(each >= ' ' && each <= '~' ? (char) each : '.');
    }
    return letters.toString();
  }
}
