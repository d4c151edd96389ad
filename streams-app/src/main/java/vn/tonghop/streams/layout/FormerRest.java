package vn.tonghop.streams.layout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import vn.tonghop.schemas.topic.TopicEnd;
import vn.tonghop.streams.runtime.LagReader;
import vn.tonghop.streams.runtime.PartitionLag;

/**
 * Whether the former version is at rest: nobody runs it, and nothing stands between its stages that
 * only it can read. What it had not taken in yet stands in the reports topics and waits there.
 */
final class FormerRest {

  private final FormerLayout former;
  private final Cluster cluster;
  private final LagReader lag;

  FormerRest(FormerLayout former, Cluster cluster, LagReader lag) {
    this.former = former;
    this.cluster = cluster;
    this.lag = lag;
  }

  /**
   * Waits for what ends by itself: a killed instance is a member, and its transaction open, until
   * their times are up.
   *
   * @param consumer read_committed; its assignment is forgotten
   * @throws LayoutException if the former version runs, or stopped half-way
   */
  void require(Consumer<byte[], byte[]> consumer, Duration patience) throws InterruptedException {
    String group = former.applicationId();
    if (!Cluster.await(patience, () -> !cluster.hasMembers(group))) {
      throw LayoutException.running(group);
    }
    List<String> written = new ArrayList<>(former.stages());
    written.add(former.states());
    if (!Cluster.await(patience, () -> isEnded(lag.read(written)))) {
      throw LayoutException.unsettled("a transaction is open");
    }
    List<PartitionLag> stages = lag.read(former.stages());
    long unread = unread(consumer, stages);
    if (unread > 0) {
      throw LayoutException.unsettled(former.stages() + ": " + unread);
    }
  }

  /** Whether no transaction is open. */
  static boolean isEnded(List<PartitionLag> partitions) {
    return partitions.stream().allMatch(each -> each.stable() == each.end());
  }

  /** Counts records and not offsets, of which markers and aborted transactions have some too. */
  private static long unread(Consumer<byte[], byte[]> consumer, List<PartitionLag> stages) {
    List<TopicPartition> partitions = stages.stream().map(FormerRest::partition).toList();
    consumer.assign(partitions);
    stages.forEach(each -> consumer.seek(partition(each), each.committed()));
    long[] count = {0};
    TopicEnd.readOn(consumer, partitions, TopicEnd.PATIENCE, record -> count[0]++);
    return count[0];
  }

  private static TopicPartition partition(PartitionLag lag) {
    return new TopicPartition(lag.topic(), lag.partition());
  }
}
