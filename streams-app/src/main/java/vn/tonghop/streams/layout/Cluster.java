package vn.tonghop.streams.layout;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import vn.tonghop.schemas.topic.Asked;

/** The cluster's topics and groups, asked one question after the other. */
final class Cluster {

  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final Admin admin;

  Cluster(Admin admin) {
    this.admin = admin;
  }

  Set<String> topics() throws InterruptedException {
    return Asked.of(admin.listTopics().names());
  }

  /** Makes it unless it is there. */
  void create(NewTopic topic) throws InterruptedException {
    Asked.unless(TopicExistsException.class, admin.createTopics(List.of(topic)).all());
  }

  /** Deletes those that are there. */
  void delete(Collection<String> topics) throws InterruptedException {
    Set<String> known = new HashSet<>(topics);
    known.retainAll(topics());
    for (String topic : known) {
      Asked.unless(
          UnknownTopicOrPartitionException.class, admin.deleteTopics(List.of(topic)).all());
    }
  }

  /** Whether the group has members; one that nobody ever joined has none. */
  boolean hasMembers(String group) throws InterruptedException {
    return Asked.unless(
            GroupIdNotFoundException.class,
            requireNonNull(
                admin.describeConsumerGroups(List.of(group)).describedGroups().get(group)))
        .map(description -> !description.members().isEmpty())
        .orElse(false);
  }

  /** Asks again and again; false if it was not so all that time. */
  static boolean await(Duration most, Condition condition) throws InterruptedException {
    long deadline = System.nanoTime() + most.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(LOOK_EVERY.toMillis());
    }
    return true;
  }

  /** Something that is not so yet. */
  interface Condition {
    boolean holds() throws InterruptedException;
  }
}
