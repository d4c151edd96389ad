package vn.tonghop.producer.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Function;
import vn.tonghop.domain.format.Language;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.producer.PublishException;
import vn.tonghop.producer.RunningReference;
import vn.tonghop.producer.settings.Settings;

/**
 * The reference data for a form: those named, or those of the running system, or those that come
 * with the program.
 *
 * @param reached false if broker or registry is out of reach, and need not be asked again
 */
record FormReference(ReferenceData data, boolean reached) {

  static FormReference of(
      Settings settings,
      ReferenceOption named,
      PrintWriter err,
      Function<PublishException, String> text,
      Language lang)
      throws UsageException {
    if (named.isGiven()) {
      return new FormReference(named.read(lang), true);
    }
    boolean reached = true;
    Optional<ReferenceData> running = Optional.empty();
    try {
      running = RunningReference.read(settings);
    } catch (PublishException e) {
      reached = !e.isOutOfReach();
      err.println(OneLine.of(text.apply(e)));
    }
    if (running.isEmpty()) {
      err.println(
          lang.pick("dùng danh mục kèm theo chương trình", "using the bundled reference data"));
    }
    return new FormReference(running.isPresent() ? running.get() : named.read(lang), reached);
  }
}
