package vn.tonghop.domain.acceptance;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the warnings that need to know what the unit said before. A withdrawal says nothing of
 * tasks: of these warnings it gets only the one for lateness.
 */
final class HistoryCheck {

  private static final String TASKS = "tasks";

  private final Submission submission;
  private final Findings warnings = new Findings();

  private HistoryCheck(Submission submission) {
    this.submission = submission;
  }

  /**
   * All warnings of a report, those found without history included, in document order.
   *
   * @param replaced the accepted revision that it replaces, or would replace; null if none
   * @param onTime of its key; null if not known
   */
  static FindingList warnings(
      Submission submission,
      @Nullable ReportState replaced,
      Collection<ReportState> history,
      @Nullable Boolean onTime) {
    HistoryCheck check = new HistoryCheck(submission);
    if (Boolean.FALSE.equals(onTime)) {
      check.warnings.add(Message.LATE, Finding.DOCUMENT, submission.period().dueOn());
    }
    FindingList known = submission.warnings();
    int lines = 0;
    while (lines < known.listed().size() && known.listed().get(lines).path().equals("asOf")) {
      check.warnings.add(known.listed().get(lines++));
    }
    if (submission.isSubmit()) {
      if (replaced != null && replaced.counts()) {
        check.replaced(replaced.highest());
      }
      previous(submission, history).ifPresent(check::previous);
    }
    List<Finding> rest = known.listed().subList(lines, known.listed().size());
    check.warnings.addAll(new FindingList(rest, known.count() - lines));
    return check.warnings.toList();
  }

  /** The report on the programme whose period ended last before this one's end. */
  private static Optional<Submission> previous(
      Submission submission, Collection<ReportState> history) {
    return history.stream()
        .filter(ReportState::counts)
        .map(ReportState::highest)
        .filter(other -> other.period().lastDay().isBefore(submission.period().lastDay()))
        .max(
            Comparator.comparing((Submission other) -> other.period().lastDay())
                .thenComparing(other -> other.period().length()));
  }

  private void replaced(Submission before) {
    gone(before).forEach(code -> warnings.add(Message.TASK_GONE, TASKS, code, before.revision()));
  }

  private void previous(Submission before) {
    int completed = submission.contribution().completed();
    if (completed < before.contribution().completed()) {
      warnings.add(
          Message.FEWER_COMPLETED,
          TASKS,
          completed,
          before.period(),
          before.contribution().completed());
    }
    gone(before)
        .forEach(code -> warnings.add(Message.EARLIER_TASK_GONE, TASKS, code, before.period()));
  }

  private Set<String> gone(Submission before) {
    Set<String> codes = new TreeSet<>(before.contribution().taskCodes());
    codes.removeAll(new HashSet<>(submission.contribution().taskCodes()));
    return codes;
  }
}
