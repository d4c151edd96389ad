package vn.tonghop.producer.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceException;
import vn.tonghop.domain.reference.ReferenceRows;

/** The reference data to check by, as a picocli mixin. */
public final class ReferenceOption {

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = {
        "Folder with reference data of your own /",
        "thư mục danh mục riêng, thay danh mục kèm theo."
      })
  private @Nullable Path folder;

  /** Whether a folder is named. */
  boolean isGiven() {
    return folder != null;
  }

  ReferenceData read(Language lang) throws UsageException {
    try {
      return folder == null
          ? ReferenceData.bundled()
          : ReferenceData.of(ReferenceRows.load(folder));
    } catch (ReferenceException e) {
      throw new UsageException(
          e.problems().stream()
              .map(problem -> "--reference: " + lang.pick(problem.vi(), problem.en()))
              .toList());
    }
  }
}
