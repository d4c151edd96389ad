package vn.tonghop.producer.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A line of JSON behind its checksum, so that what the disk damaged is never taken for a report.
 */
final class SealedLine {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HexFormat HEX = HexFormat.of();
  private static final int SEAL = 8;

  private SealedLine() {}

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** The line with its end. */
  static byte[] write(ObjectNode object) {
    try {
      String json = JSON.writeValueAsString(object);
      return (seal(json) + " " + json + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  /** What a line without its end holds; nothing if it is not as it was written. */
  static Optional<JsonNode> read(String line) {
    if (line.length() <= SEAL || line.charAt(SEAL) != ' ') {
      return Optional.empty();
    }
    String json = line.substring(SEAL + 1);
    if (!line.startsWith(seal(json))) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /**
   * What the line that begins at a byte of a file holds; nothing if it is not as it was written.
   */
  static Optional<JsonNode> readAt(Path file, long at) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
      open.seek(at);
      return read(new String(lineOf(open), StandardCharsets.UTF_8));
    }
  }

  private static byte[] lineOf(RandomAccessFile open) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    byte[] chunk = new byte[1 << 13];
    for (int read = open.read(chunk); read > 0; read = open.read(chunk)) {
      for (int i = 0; i < read; i++) {
        if (chunk[i] == '\n') {
          line.write(chunk, 0, i);
          return line.toByteArray();
        }
      }
      line.write(chunk, 0, read);
    }
    return line.toByteArray();
  }

  private static String seal(String json) {
    CRC32C sum = new CRC32C();
    sum.update(json.getBytes(StandardCharsets.UTF_8));
    return HEX.toHexDigits((int) sum.getValue());
  }
}
