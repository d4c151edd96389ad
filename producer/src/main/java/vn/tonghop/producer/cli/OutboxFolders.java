package vn.tonghop.producer.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.format.Language;
import vn.tonghop.producer.outbox.OutboxException;
import vn.tonghop.producer.outbox.OutboxFolder;

/** Opens an outbox that the command line names. */
final class OutboxFolders {

  private OutboxFolders() {}

  /**
   * The outbox, made if need be.
   *
   * @param unit null where the folder knows
   */
  static OutboxFolder open(Path folder, @Nullable String unit, Language lang)
      throws UsageException {
    try {
      return OutboxFolder.open(folder, unit);
    } catch (OutboxException e) {
      throw new UsageException(List.of(e.text().in(lang)));
    }
  }
}
