package vn.tonghop.standalone;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.tonghop.domain.reference.ReferenceRows;

/** Which reference data a system of one's own judges by. */
final class ReferenceOptions {

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "Reference data of your own: reporting-units.csv, programmes.csv, ...")
  private @Nullable Path folder;

  /**
   * The rows of the folder, or those that the project carries.
   *
   * @throws vn.tonghop.domain.reference.ReferenceException if a file is missing or lacks a column
   */
  ReferenceRows rows() {
    return folder == null ? ReferenceRows.bundled() : ReferenceRows.load(folder);
  }

  /** Whether a folder was named. */
  boolean isGiven() {
    return folder != null;
  }
}
