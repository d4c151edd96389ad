package vn.tonghop.producer.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads an entry, a report at a time. */
final class EntryReader implements AutoCloseable {

  private final BufferedReader lines;
  private final Header header;
  private int number;
  private int read;
  private long at;
  private long next;

  private EntryReader(BufferedReader lines) throws IOException, DamagedException {
    this.lines = lines;
    this.header = Header.of(line());
  }

  static EntryReader open(Path entry) throws IOException, DamagedException {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(entry), StandardCharsets.UTF_8));
    try {
      return new EntryReader(lines);
    } catch (IOException | DamagedException | RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  Header header() {
    return header;
  }

  /** The next report; null behind the last. */
  @Nullable Item next() throws IOException, DamagedException {
    JsonNode node = line();
    if (!node.has("items")) {
      read++;
      return item(node);
    }
    if (node.path("items").asInt() != read || lines.read() != -1) {
      throw new DamagedException("%d / %s".formatted(read, node.path("items")));
    }
    return null;
  }

  /** Byte at which the line of the last report begins. */
  long at() {
    return at;
  }

  private Item item(JsonNode node) throws DamagedException {
    try {
      return Item.of(node);
    } catch (IllegalArgumentException e) {
      throw new DamagedException("line " + number + ": " + e.getMessage());
    }
  }

  private JsonNode line() throws IOException, DamagedException {
    @Nullable String line = lines.readLine();
    number++;
    if (line == null) {
      throw new DamagedException("line " + number + ": end of file");
    }
    at = next;
    next += line.getBytes(StandardCharsets.UTF_8).length + 1;
    return SealedLine.read(line)
        .orElseThrow(() -> new DamagedException("line " + number + ": checksum"));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
