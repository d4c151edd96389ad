package vn.tonghop.console.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tonghop.ReferenceEntry;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceException;
import vn.tonghop.domain.reference.ReferenceHistory;
import vn.tonghop.schemas.mapping.ReferenceAssembly;

/** The newest version of the reference data. Written by one thread, read by many. */
final class NewestReference {

  private static final Logger LOG = LoggerFactory.getLogger(NewestReference.class);

  private final ReferenceAssembly assembly = new ReferenceAssembly();
  private volatile ReferenceHistory.@Nullable Version version;

  void add(ReferenceEntry entry, long appendedAt) {
    assembly.add(entry).ifPresent(loaded -> use(loaded, Instant.ofEpochMilli(appendedAt)));
  }

  /** Null before the first. */
  ReferenceHistory.@Nullable Version version() {
    return version;
  }

  /** The roll-up passes a version by that it cannot use. */
  private void use(ReferenceAssembly.Complete loaded, Instant from) {
    try {
      version =
          new ReferenceHistory.Version(loaded.version(), from, ReferenceData.of(loaded.rows()));
    } catch (ReferenceException e) {
      LOG.warn("version {} of the reference data is not used: {}", loaded.version(), e.toString());
    }
  }
}
