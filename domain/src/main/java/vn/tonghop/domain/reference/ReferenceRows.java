package vn.tonghop.domain.reference;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reference data as it is written: rows of text by catalogue, not yet checked.
 *
 * @param byKind every catalogue's rows, in order; values by column name, empty text for none
 */
public record ReferenceRows(Map<ReferenceKind, List<Map<String, String>>> byKind) {

  public ReferenceRows {
    byKind = Map.copyOf(byKind);
  }

  /** Rows of one catalogue. */
  public List<Map<String, String>> of(ReferenceKind kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /** Number of rows of all catalogues. */
  public int size() {
    return byKind.values().stream().mapToInt(List::size).sum();
  }

  /** The rows that the project carries. */
  public static ReferenceRows bundled() {
    return ReferenceFiles.read(
        file -> {
          try (InputStream in = ReferenceRows.class.getResourceAsStream(file)) {
            return new String(
                Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
          }
        });
  }

  /**
   * The rows of the five CSV files of a folder, checked as {@link ReferenceData#of} does.
   *
   * @throws ReferenceException with all that is wrong in all files, and the lines where it stands
   */
  public static ReferenceRows load(Path folder) {
    return ReferenceFiles.read(file -> Files.readString(folder.resolve(file)));
  }
}
