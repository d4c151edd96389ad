package vn.tonghop.streams.runtime;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.tonghop.schemas.topic.Topics;

/**
 * The reports topics of a cluster, sorted.
 *
 * @param readable those whose receipts topic exists
 * @param unanswerable the others
 */
record ReportTopics(SortedSet<String> readable, SortedSet<String> unanswerable) {

  static final ReportTopics NONE = among(Set.of());

  /** Those among all of a cluster's topics. */
  static ReportTopics among(Set<String> names) {
    TreeSet<String> readable = new TreeSet<>();
    TreeSet<String> unanswerable = new TreeSet<>();
    for (String name : names) {
      Topics.unitOf(name)
          .map(unit -> names.contains(Topics.receipts(unit).name()) ? readable : unanswerable)
          .ifPresent(kind -> kind.add(name));
    }
    return new ReportTopics(
        Collections.unmodifiableSortedSet(readable),
        Collections.unmodifiableSortedSet(unanswerable));
  }
}
