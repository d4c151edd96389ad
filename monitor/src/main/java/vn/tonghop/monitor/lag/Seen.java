package vn.tonghop.monitor.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.kafka.common.TopicPartition;

/**
 * All that one look has shown.
 *
 * @param places in the order of groups, stages and topics
 * @param members live members by group
 * @param producers the producer that holds an open transaction, by partition, where the broker
 *     tells it
 * @param unread topics that look like a unit's reports and are not read, with the reason
 */
public record Seen(
    Instant at,
    List<At> places,
    SortedMap<String, Integer> members,
    Map<TopicPartition, Long> producers,
    SortedMap<String, UnreadReason> unread) {

  /** One place with its last look and what it means. */
  public record At(Place place, Look look, Lag lag) {}

  public Seen {
    places = List.copyOf(places);
    producers = Map.copyOf(producers);
  }

  /** How long transactions have held records back, by partition; zero where none is open. */
  public Map<TopicPartition, Duration> openByPartition() {
    Map<TopicPartition, Duration> open = new HashMap<>();
    for (At each : places) {
      Duration time = each.lag().open();
      open.put(each.place().partition(), time == null ? Duration.ZERO : time);
    }
    return open;
  }

  /** Whether anybody must act. */
  public boolean isTrouble() {
    return places.stream().anyMatch(each -> each.lag().verdict().isTrouble());
  }
}
