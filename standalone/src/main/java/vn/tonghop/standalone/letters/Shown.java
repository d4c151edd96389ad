package vn.tonghop.standalone.letters;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Receipt;

/**
 * All that is known of a dead letter.
 *
 * @param history what was done about it, the first thing first
 * @param receipt of the rejected record; null if there is none, or none can be read
 */
public record Shown(
    Letter letter,
    LetterState state,
    List<AuditedLetter> history,
    @Nullable Receipt receipt,
    Content content) {

  /** Headers that are shown: a sender may put nearly two hundred thousand on a record. */
  static final int MOST_HEADERS = 50;

  public Shown {
    history = List.copyOf(history);
  }
}
