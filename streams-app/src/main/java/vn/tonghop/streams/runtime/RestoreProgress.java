package vn.tonghop.streams.runtime;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How many records of state are still to be restored, and how many have been. */
final class RestoreProgress implements StateRestoreListener {

  private final Map<TopicPartition, Long> remaining = new ConcurrentHashMap<>();
  private final LongAdder restored = new LongAdder();

  @Override
  public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
    remaining.put(partition, Math.max(0, to - from));
  }

  @Override
  public void onBatchRestored(TopicPartition partition, String store, long end, long batch) {
    restored.add(batch);
    remaining.computeIfPresent(partition, (key, left) -> Math.max(0, left - batch));
  }

  @Override
  public void onRestoreEnd(TopicPartition partition, String store, long total) {
    remaining.remove(partition);
  }

  @Override
  public void onRestoreSuspended(TopicPartition partition, String store, long total) {
    remaining.remove(partition);
  }

  long restored() {
    return restored.sum();
  }

  long remaining() {
    return remaining.values().stream().mapToLong(Long::longValue).sum();
  }
}
