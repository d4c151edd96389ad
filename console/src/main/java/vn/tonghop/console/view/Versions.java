package vn.tonghop.console.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tonghop.ReferenceEntry;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.reference.ReferenceException;
import vn.tonghop.domain.reference.ReferenceHistory;
import vn.tonghop.schemas.mapping.ReferenceAssembly;

/** The versions of the reference data so far. Written by one thread, read by many. */
final class Versions {

  private static final Logger LOG = LoggerFactory.getLogger(Versions.class);

  private final ReferenceAssembly assembly = new ReferenceAssembly();
  private volatile List<ReferenceHistory.Version> all = List.of();

  void add(ReferenceEntry entry, long appendedAt) {
    assembly.add(entry).ifPresent(loaded -> use(loaded, Instant.ofEpochMilli(appendedAt)));
  }

  List<ReferenceHistory.Version> all() {
    return all;
  }

  /** The roll-up passes a version by that it cannot use. */
  private void use(ReferenceAssembly.Complete loaded, Instant from) {
    try {
      List<ReferenceHistory.Version> more = new ArrayList<>(all);
      more.add(
          new ReferenceHistory.Version(loaded.version(), from, ReferenceData.of(loaded.rows())));
      all = List.copyOf(more);
    } catch (ReferenceException e) {
      LOG.warn("version {} of the reference data is not used: {}", loaded.version(), e.toString());
    }
  }
}
