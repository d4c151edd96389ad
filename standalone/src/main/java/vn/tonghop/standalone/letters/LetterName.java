package vn.tonghop.standalone.letters;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.tonghop.schemas.topic.Topics;

/** What a dead letter is called: its place in its topic, {@code PARTITION-OFFSET}. */
public record LetterName(int partition, long offset) implements Comparable<LetterName> {

  /**
   * Made when somebody first names a letter: every start of any command looks at this class, and
   * topics bring Avro's logger with them before it is known in which form to log.
   */
  private static final class Form {

    static final String TOPIC = Topics.DEAD_LETTERS.name();

    /** {@code 0-17}, or with its topic as a header or the trace has it. */
    static final Pattern NAME =
        Pattern.compile("(?:" + Pattern.quote(TOPIC) + "-(?=\\d+@))?(\\d{1,9})[-@](\\d{1,13})");
  }

  /** The letter of that name; empty if nothing can be called so. */
  public static Optional<LetterName> parse(String text) {
    Matcher matcher = Form.NAME.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new LetterName(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  /** With its topic: {@code tonghop.dead-letters-0@17}. */
  public String coordinates() {
    return "%s-%d@%d".formatted(Form.TOPIC, partition, offset);
  }

  @Override
  public int compareTo(LetterName other) {
    return partition == other.partition
        ? Long.compare(offset, other.offset)
        : Integer.compare(partition, other.partition);
  }

  @Override
  public String toString() {
    return partition + "-" + offset;
  }
}
