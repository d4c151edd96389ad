package vn.tonghop.producer.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What of the unit's two topics is done with: after a kill, only what stands behind it can be about
 * reports of which nobody knows whether they were sent.
 *
 * @param reports offset behind the last record of which it is known what it was
 * @param receipts offset behind receipts that are all on disk, or of somebody else
 */
record Position(long reports, long receipts) {

  static final String FILE = "position";

  /** Before anything that ever was. */
  static final Position START = new Position(0, 0);

  static Optional<Position> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    // Of one that is damaged nothing is known: all receipts are read again.
    String line = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
    return Optional.of(SealedLine.read(line).map(Position::of).orElse(START));
  }

  private static Position of(JsonNode node) {
    return new Position(node.path("reports").asLong(), node.path("receipts").asLong());
  }

  void write(Disk disk, Path folder) throws IOException {
    disk.replace(
        folder.resolve(FILE),
        SealedLine.write(SealedLine.object().put("reports", reports).put("receipts", receipts)));
  }
}
