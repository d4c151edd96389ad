package vn.tonghop.monitor.lag;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;
import vn.tonghop.schemas.topic.Asked;

/** Which producers hold transactions open: an administrator can end these by their number. */
final class OpenTransactions {

  private final Admin admin;

  OpenTransactions(Admin admin) {
    this.admin = admin;
  }

  /** The producer of the oldest open transaction of each, where the broker tells it. */
  Map<TopicPartition, Long> of(Map<TopicPartition, ?> partitions) throws InterruptedException {
    Map<TopicPartition, Long> producers = new HashMap<>();
    var answers = admin.describeProducers(partitions.keySet());
    for (TopicPartition partition : partitions.keySet()) {
      // To know that one is open is worth more than its name: without it, the rest is told.
      Asked.unless(ApiException.class, answers.partitionResult(partition))
          .flatMap(OpenTransactions::oldest)
          .ifPresent(id -> producers.put(partition, id));
    }
    return producers;
  }

  private static Optional<Long> oldest(PartitionProducerState state) {
    return state.activeProducers().stream()
        .filter(each -> each.currentTransactionStartOffset().isPresent())
        .min(Comparator.comparingLong(each -> each.currentTransactionStartOffset().orElseThrow()))
        .map(ProducerState::producerId);
  }
}
