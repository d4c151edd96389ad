package vn.tonghop.bench.live;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import vn.tonghop.bench.workload.Workload;
import vn.tonghop.domain.report.ProgressReport;

/** A workload's reports in their order, with where each will stand: nobody else sends. */
public final class Outgoing {

  private final Iterator<ProgressReport> reports;
  private final Map<String, Long> offsets = new HashMap<>();
  private final Set<String> documents = new HashSet<>();
  private long passed;

  /**
   * @param already how many of the first the topics hold
   */
  public Outgoing(Workload workload, long already) {
    this.reports = workload.reports(Long.MAX_VALUE).iterator();
    while (passed < already) {
      next();
    }
  }

  /**
   * The next report.
   *
   * @param first whether it is the first of its document. Documents come in the order of time, so
   *     that a table of the document's own quarter, half or year then shows this very report; of
   *     corrections that is not sure, and of late lower revisions it is sure that none does
   */
  public record Next(ProgressReport report, Coordinates coordinates, boolean first) {}

  public Next next() {
    ProgressReport report = reports.next();
    long offset = offsets.merge(report.unit(), 1L, Long::sum) - 1;
    boolean first = documents.add(report.unit() + "|" + report.programme() + "|" + report.period());
    passed++;
    return new Next(report, new Coordinates(report.unit(), report.programme(), offset), first);
  }

  /** How many reports have gone by, those that were there already included. */
  public long passed() {
    return passed;
  }
}
