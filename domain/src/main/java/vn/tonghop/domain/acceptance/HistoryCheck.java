package vn.tonghop.domain.acceptance;

import java.util.HashSet;
import java.util.List;
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
      UnitHistory history,
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
      history
          .lastBefore(submission.period())
          .ifPresent(previous -> check.previous(previous.highest()));
    }
    List<Finding> rest = known.listed().subList(lines, known.listed().size());
    check.warnings.addAll(new FindingList(rest, known.count() - lines));
    return check.warnings.toList();
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
    List<String> said = before.contribution().taskCodes();
    List<String> says = submission.contribution().taskCodes();
    if (says.equals(said)) {
      return Set.of();
    }
    Set<String> codes = new TreeSet<>(said);
    codes.removeAll(new HashSet<>(says));
    return codes;
  }
}
