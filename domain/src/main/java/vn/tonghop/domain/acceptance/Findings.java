package vn.tonghop.domain.acceptance;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gathers findings in document order and keeps no more of them than a receipt lists, so that a
 * document with an error on every line costs no more memory than one with a hundred.
 */
public final class Findings {

  /** How many findings a receipt lists before it lists only the first of each further code. */
  public static final int LISTED = 100;

  private final List<Finding> listed = new ArrayList<>();
  private final Set<Rule> rules = EnumSet.noneOf(Rule.class);
  private int count;

  /** Adds one finding. */
  public void add(Finding finding) {
    if (isListed(finding.rule())) {
      listed.add(finding);
    }
  }

  /** Adds one finding, whose text is written only if it will be listed: {@link Message#at}. */
  public void add(Message message, String path, @Nullable Object... found) {
    if (isListed(message.rule())) {
      listed.add(message.at(path, found));
    }
  }

  private boolean isListed(Rule rule) {
    count++;
    boolean firstOfItsRule = rules.add(rule);
    return count <= LISTED || firstOfItsRule;
  }

  /** Adds a list gathered elsewhere, and counts what it had left out. */
  public void addAll(FindingList others) {
    others.listed().forEach(this::add);
    count += others.count() - others.listed().size();
  }

  /** All so far. */
  public FindingList toList() {
    return count == 0 ? FindingList.NONE : new FindingList(listed, count);
  }
}
