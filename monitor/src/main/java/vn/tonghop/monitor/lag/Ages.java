package vn.tonghop.monitor.lag;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tonghop.monitor.log.LogTimes;

/**
 * Since when records wait: read once for each offset, since the record behind an offset stays the
 * same. Whoever may not read a topic is told so once and goes without.
 */
final class Ages {

  private static final Logger LOG = LoggerFactory.getLogger(Ages.class);

  private final LogTimes log;
  private final Set<String> forbidden = new HashSet<>();
  private final Map<TopicPartition, Known> known = new HashMap<>();

  /** What was found at an offset; as long as it is nothing, more may come. */
  private record Known(long offset, Waiting waiting) {}

  /**
   * @param log stays the caller's to close
   */
  Ages(LogTimes log) {
    this.log = log;
  }

  /**
   * The first records at or after these offsets and before those.
   *
   * @param from of the partitions in which by their offsets something waits
   */
  Map<TopicPartition, Waiting> of(Map<TopicPartition, Long> from, Map<TopicPartition, Long> until) {
    known.entrySet().removeIf(each -> !isStill(each.getValue(), from.get(each.getKey())));
    Map<TopicPartition, Long> unknown = new HashMap<>(from);
    unknown.keySet().removeIf(each -> known.containsKey(each) || isForbidden(each));
    read(unknown, until)
        .forEach((at, found) -> known.put(at, new Known(from.getOrDefault(at, 0L), found)));
    Map<TopicPartition, Waiting> ages = new HashMap<>();
    from.keySet().forEach(each -> ages.put(each, waiting(each)));
    return ages;
  }

  private static boolean isStill(Known known, @Nullable Long offset) {
    return offset != null && known.offset() == offset && known.waiting().any();
  }

  private Waiting waiting(TopicPartition partition) {
    Known found = known.get(partition);
    return found == null ? Waiting.OF_UNKNOWN_AGE : found.waiting();
  }

  private boolean isForbidden(TopicPartition partition) {
    return forbidden.contains(partition.topic());
  }

  private Map<TopicPartition, Waiting> read(
      Map<TopicPartition, Long> from, Map<TopicPartition, Long> until) {
    while (!from.isEmpty()) {
      try {
        Map<TopicPartition, Instant> times = log.first(from, until);
        Map<TopicPartition, Waiting> found = new HashMap<>();
        for (TopicPartition each : from.keySet()) {
          Instant time = times.get(each);
          found.put(each, time == null ? Waiting.NOTHING : Waiting.since(time));
        }
        return found;
      } catch (TopicAuthorizationException e) {
        LOG.warn(
            "no right to read {}: how long records wait there is not known",
            e.unauthorizedTopics());
        forbidden.addAll(e.unauthorizedTopics());
        if (!from.keySet().removeIf(this::isForbidden)) {
          throw e;
        }
      } catch (TimeoutException e) {
        // Offsets were told a moment ago, so the lag can be: only its age cannot.
        LOG.warn("how long records wait is not known: {}", e.getMessage());
        return new HashMap<>();
      }
    }
    return new HashMap<>();
  }
}
