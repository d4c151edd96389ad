package vn.tonghop.bench.growth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;

/** Corrects reports again and again, each time in one line that moves the figures. */
final class OneLineCorrections {

  private static final int WHOLE = 100;

  private final List<ProgressReport> reports;
  private final Map<Integer, Integer> revisions = new HashMap<>();
  private int next;

  /**
   * @param reports submissions with at least one line, each of a document of its own
   * @param from the revision that the first correction of each has
   */
  OneLineCorrections(List<ProgressReport> reports, int from) {
    this.reports = List.copyOf(reports);
    for (int i = 0; i < reports.size(); i++) {
      revisions.put(i, from);
    }
  }

  /** The next correction: all documents in turn. */
  ProgressReport next() {
    int place = next++ % reports.size();
    int revision = revisions.merge(place, 1, Integer::sum) - 1;
    return corrected(reports.get(place), revision);
  }

  /** Its first line is finished on the report's day, and with the next revision not begun. */
  private static ProgressReport corrected(ProgressReport report, int revision) {
    List<TaskLine> tasks = new ArrayList<>(report.tasks());
    TaskLine line = tasks.get(0);
    boolean done = revision % 2 == 0;
    tasks.set(
        0,
        new TaskLine(
            line.code(),
            line.title(),
            line.assignedBy(),
            line.field(),
            done ? TaskStatus.COMPLETED : TaskStatus.NOT_STARTED,
            line.dueOn(),
            done ? report.asOf() : null,
            done ? WHOLE : 0,
            line.note()));
    return new ProgressReport(
        report.unit(),
        report.programme(),
        report.period(),
        revision,
        report.kind(),
        report.asOf(),
        report.test(),
        report.nil(),
        tasks,
        report.indicators(),
        report.submittedBy(),
        report.submittedAt());
  }
}
