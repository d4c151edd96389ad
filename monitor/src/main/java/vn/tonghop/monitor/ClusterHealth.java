package vn.tonghop.monitor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeLogDirsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import vn.tonghop.schemas.topic.Asked;

/**
 * The brokers, as far as whoever looks may see them and their topics.
 *
 * @param brokers that are registered and alive
 * @param underReplicated partitions of which a copy is behind
 * @param offline partitions without a leader
 * @param disks by broker; without those that do not tell, or not to whoever looks
 */
public record ClusterHealth(
    int brokers, int underReplicated, int offline, SortedMap<Integer, Disk> disks) {

  /** A broker that tells it takes milliseconds; the next look asks again. */
  private static final int DISK_PATIENCE_MS = 3_000;

  /**
   * The file system of a broker's records; of several the one with the least room.
   *
   * @param size in bytes
   * @param usable bytes that are left
   */
  public record Disk(long size, long usable) {

    private static Optional<Disk> of(LogDirDescription folder) {
      // A folder that failed tells neither.
      return folder.totalBytes().isPresent() && folder.usableBytes().isPresent()
          ? Optional.of(new Disk(folder.totalBytes().getAsLong(), folder.usableBytes().getAsLong()))
          : Optional.empty();
    }
  }

  /**
   * Asks.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker cannot be reached or refuses
   */
  static ClusterHealth of(Admin admin) throws InterruptedException {
    int underReplicated = 0;
    int offline = 0;
    for (TopicPartitionInfo each : partitions(admin)) {
      underReplicated += each.isr().size() < each.replicas().size() ? 1 : 0;
      offline += each.leader() == null || each.leader().isEmpty() ? 1 : 0;
    }
    Collection<Node> brokers = Asked.of(admin.describeCluster().nodes());
    return new ClusterHealth(
        brokers.size(),
        underReplicated,
        offline,
        disks(admin, brokers.stream().map(Node::id).toList()));
  }

  private static List<TopicPartitionInfo> partitions(Admin admin) throws InterruptedException {
    var names = Asked.of(admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
    List<TopicPartitionInfo> partitions = new ArrayList<>();
    for (var answer : admin.describeTopics(names).topicNameValues().values()) {
      // Deleted since it was listed.
      Asked.unless(UnknownTopicOrPartitionException.class, answer)
          .ifPresent(topic -> partitions.addAll(topic.partitions()));
    }
    return partitions;
  }

  private static SortedMap<Integer, Disk> disks(Admin admin, List<Integer> brokers)
      throws InterruptedException {
    SortedMap<Integer, Disk> disks = new TreeMap<>();
    var answers =
        admin.describeLogDirs(brokers, new DescribeLogDirsOptions().timeoutMs(DISK_PATIENCE_MS));
    for (var each : answers.descriptions().entrySet()) {
      // Without the right, or while the broker goes, the rest is told all the same.
      Asked.unless(ApiException.class, each.getValue())
          .flatMap(ClusterHealth::fullest)
          .ifPresent(disk -> disks.put(each.getKey(), disk));
    }
    return disks;
  }

  private static Optional<Disk> fullest(Map<String, LogDirDescription> folders) {
    return folders.values().stream()
        .flatMap(folder -> Disk.of(folder).stream())
        .min(Comparator.comparingLong(Disk::usable));
  }
}
