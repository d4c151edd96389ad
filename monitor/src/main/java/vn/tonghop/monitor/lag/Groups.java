package vn.tonghop.monitor.lag;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import vn.tonghop.schemas.topic.Asked;

/**
 * The groups as the broker knows them. A group that nobody is in may still have offsets, and one
 * that has just begun has none.
 *
 * @param members by group, sorted; 0 where nobody is there
 * @param committed by group and partition, as far as anything was ever committed
 * @param assigned partitions that members hold, by group
 */
record Groups(
    SortedMap<String, Integer> members,
    Map<String, Map<TopicPartition, Long>> committed,
    Map<String, Set<TopicPartition>> assigned) {

  static final Comparator<TopicPartition> BY_NAME =
      Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

  static Groups of(Admin admin, Target target) throws InterruptedException {
    Set<String> names = names(admin, target);
    TreeMap<String, Integer> members = new TreeMap<>();
    Map<String, Set<TopicPartition>> assigned = new HashMap<>();
    var descriptions = admin.describeConsumerGroups(names).describedGroups();
    for (String name : names) {
      // An application that has never run, or left nothing behind: that is an answer, too.
      List<ConsumerGroupDescription> known =
          Asked.unless(GroupIdNotFoundException.class, requireNonNull(descriptions.get(name)))
              .stream()
              .toList();
      members.put(name, known.stream().mapToInt(each -> each.members().size()).sum());
      Set<TopicPartition> held = new TreeSet<>(BY_NAME);
      known.stream()
          .flatMap(each -> each.members().stream())
          .forEach(each -> held.addAll(each.assignment().topicPartitions()));
      assigned.put(name, held);
    }
    return new Groups(members, committed(admin, names), assigned);
  }

  private static Set<String> names(Admin admin, Target target) throws InterruptedException {
    Set<String> names = new TreeSet<>(target.groups());
    names.add(target.application());
    Asked.of(admin.listGroups().all()).stream()
        .map(GroupListing::groupId)
        .filter(target::isReader)
        .forEach(names::add);
    return names;
  }

  private static Map<String, Map<TopicPartition, Long>> committed(Admin admin, Set<String> names)
      throws InterruptedException {
    Map<String, ListConsumerGroupOffsetsSpec> all = new HashMap<>();
    names.forEach(name -> all.put(name, new ListConsumerGroupOffsetsSpec()));
    var answers = admin.listConsumerGroupOffsets(all);
    Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();
    for (String name : names) {
      Map<TopicPartition, Long> offsets = new HashMap<>();
      for (Map.Entry<TopicPartition, OffsetAndMetadata> each :
          Asked.of(answers.partitionsToOffsetAndMetadata(name)).entrySet()) {
        // Kafka says null for a partition in which the group has committed nothing.
        if (each.getValue() != null) {
          offsets.put(each.getKey(), each.getValue().offset());
        }
      }
      committed.put(name, offsets);
    }
    return committed;
  }

  /** Partitions that a reader's group has to do with. */
  List<TopicPartition> of(String group) {
    Set<TopicPartition> all = new TreeSet<>(BY_NAME);
    all.addAll(committed.getOrDefault(group, Map.of()).keySet());
    all.addAll(assigned.getOrDefault(group, Set.of()));
    return new ArrayList<>(all);
  }

  long committed(Place place) {
    return committed.getOrDefault(place.group(), Map.of()).getOrDefault(place.partition(), 0L);
  }

  int members(String group) {
    return members.getOrDefault(group, 0);
  }
}
