package vn.tonghop.samples;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One report in a script such as {@code "Q1 Q1/2-withdraw Q1/3-late"}: period, revision (1 unless
 * said), and what is unusual about it.
 */
record Step(String period, int revision, Twist twist) {

  private static final Pattern STEP = Pattern.compile("([MQSA]\\d+)(?:/(\\d))?(?:-([a-z]+))?");

  /** What is unusual about a report. */
  enum Twist {
    PLAIN,
    /** Sent after the deadline. */
    LATE,
    /** Nothing to report. */
    NIL,
    /** Takes the report back. */
    WITHDRAW,
    /** A trial, which does not count. */
    TEST,
    /** Figures as at some days before the period's end. */
    EARLY,
    /** One task stands in it twice, under two codes. */
    TWICE,
    /** A task that is done is still said to be open. */
    BEHIND,
    /** Tasks that are done are left out, though lists are cumulative. */
    FORGETS
  }

  /** The steps of a script, in the order sent. */
  static List<Step> script(String script) {
    return Arrays.stream(script.split(" ", -1)).map(Step::of).toList();
  }

  private static Step of(String step) {
    Matcher matcher = STEP.matcher(step);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(step);
    }
    String revision = matcher.group(2);
    String twist = matcher.group(3);
    return new Step(
        matcher.group(1),
        revision == null ? 1 : Integer.parseInt(revision),
        twist == null ? Twist.PLAIN : Twist.valueOf(twist.toUpperCase(Locale.ROOT)));
  }
}
