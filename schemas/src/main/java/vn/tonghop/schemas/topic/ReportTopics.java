package vn.tonghop.schemas.topic;

import static org.apache.kafka.common.config.ConfigResource.Type.TOPIC;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The reports topics of a cluster, sorted.
 *
 * @param readable those whose receipts topic exists and takes a receipt of any size
 * @param unanswerable the others
 */
public record ReportTopics(SortedSet<String> readable, SortedSet<String> unanswerable) {

  /** Those of a cluster without any. */
  public static final ReportTopics NONE = among(Set.of());

  /**
   * Those that a cluster has now.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker cannot be reached or refuses
   */
  public static ReportTopics of(Admin admin) throws InterruptedException {
    return of(admin, Asked.of(admin.listTopics().names()));
  }

  /**
   * Those among all of a cluster's topics.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker cannot be reached or refuses
   */
  public static ReportTopics of(Admin admin, Set<String> names) throws InterruptedException {
    Set<String> answering = new HashSet<>(names);
    answering.removeAll(tooSmall(admin, among(names).readable()));
    return among(answering);
  }

  /** Those among all of a cluster's topics that are large enough. */
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

  /** All of them. */
  public SortedSet<String> all() {
    SortedSet<String> all = new TreeSet<>(readable);
    all.addAll(unanswerable);
    return all;
  }

  /** Receipts topics of these reports topics that would refuse a large receipt. */
  private static Set<String> tooSmall(Admin admin, Set<String> reports)
      throws InterruptedException {
    List<ConfigResource> receipts =
        reports.stream()
            .flatMap(topic -> Topics.unitOf(topic).stream())
            .map(unit -> new ConfigResource(TOPIC, Topics.receipts(unit).name()))
            .toList();
    Set<String> tooSmall = new HashSet<>();
    for (var each : admin.describeConfigs(receipts).values().entrySet()) {
      boolean takesAny =
          Asked.unless(UnknownTopicOrPartitionException.class, each.getValue())
              .map(config -> config.get(MAX_MESSAGE_BYTES_CONFIG).value())
              .filter(most -> Integer.parseInt(most) >= Topics.RECORD_LIMIT)
              .isPresent();
      if (!takesAny) {
        tooSmall.add(each.getKey().name());
      }
    }
    return tooSmall;
  }
}
