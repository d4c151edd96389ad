package vn.tonghop.producer;

import java.util.Set;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Stands in for the broker's answer to which topics there are. */
public final class Brokers {

  private Brokers() {}

  static TopicCheck topics(String... names) {
    Set<String> known = Set.of(names);
    return new TopicCheck(
        topic -> {
          if (!known.contains(topic)) {
            throw Failures.of(topic, new UnknownTopicOrPartitionException("no " + topic));
          }
        },
        () -> {});
  }
}
