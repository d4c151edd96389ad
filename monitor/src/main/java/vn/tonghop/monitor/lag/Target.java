package vn.tonghop.monitor.lag;

import java.util.List;
import java.util.Set;

/**
 * Whose lag is looked at.
 *
 * @param application consumer group of the roll-up
 * @param internal topics that the roll-up itself reads, behind the reports topics
 * @param groups other groups by name, beside those that begin with {@value #READERS}
 */
public record Target(String application, List<String> internal, Set<String> groups) {

  /** What the groups of readers begin with that the administrator lets in. */
  public static final String READERS = "reader-";

  public Target {
    internal = List.copyOf(internal);
    groups = Set.copyOf(groups);
  }

  boolean isReader(String group) {
    return !group.equals(application) && (group.startsWith(READERS) || groups.contains(group));
  }
}
