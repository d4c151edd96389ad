package vn.tonghop.monitor.lag;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import vn.tonghop.monitor.log.LogTimes;
import vn.tonghop.schemas.topic.Asked;
import vn.tonghop.schemas.topic.ReportTopics;
import vn.tonghop.schemas.topic.Topics;

/**
 * Looks again and again at how far behind the roll-up and its readers are, from the broker alone:
 * what an application says of itself is not there when the application is not. For one thread.
 */
public final class LagWatch implements AutoCloseable {

  private final Admin admin;
  private final Target target;
  private final Limits limits;
  private final InstantSource clock;
  private final LogTimes committed;
  private final LogTimes uncommitted;
  private final Map<String, Ages> waiting = new HashMap<>();
  private final Ages open;
  private final OpenTransactions producers;
  private final Map<Place, Window> windows = new HashMap<>();
  private final Turns turns;

  /**
   * @param admin stays the caller's to close
   * @param config of Kafka's clients
   */
  public LagWatch(
      Admin admin, Map<String, Object> config, Target target, Limits limits, InstantSource clock) {
    this.admin = admin;
    this.target = target;
    this.limits = limits;
    this.clock = clock;
    this.committed = new LogTimes(config, IsolationLevel.READ_COMMITTED);
    this.uncommitted = new LogTimes(config, IsolationLevel.READ_UNCOMMITTED);
    this.open = new Ages(uncommitted);
    this.producers = new OpenTransactions(admin);
    this.turns = new Turns(limits);
  }

  /**
   * Looks once.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker cannot be reached or refuses
   */
  public Seen look() throws InterruptedException {
    Set<String> names = Asked.of(admin.listTopics().names());
    ReportTopics reports = ReportTopics.of(admin, names);
    Groups groups = Groups.of(admin, target);
    List<Place> places = places(names, reports, groups);
    Offsets offsets =
        Offsets.of(admin, new HashSet<>(places.stream().map(Place::partition).toList()));
    places.removeIf(each -> !offsets.known().contains(each.partition()));
    Instant at = clock.instant();
    Map<Place, Waiting> ages = ages(places, groups, offsets);
    Map<TopicPartition, Waiting> held = held(offsets);
    List<Seen.At> seen = new ArrayList<>();
    for (Place place : places) {
      // A topic that the roll-up leaves alone is read by nobody, whoever is in the group.
      boolean isRead = !reports.unanswerable().contains(place.partition().topic());
      int members = isRead || place.stage() == Stage.READER ? groups.members(place.group()) : 0;
      seen.add(judged(place, look(at, place, members, groups, offsets, ages, held)));
    }
    windows.keySet().retainAll(new HashSet<>(places));
    waiting.keySet().retainAll(places.stream().map(Place::group).collect(Collectors.toSet()));
    return new Seen(
        at,
        turns.judged(seen, at),
        groups.members(),
        producers.of(lasting(held, at)),
        unread(names, reports));
  }

  private List<Place> places(Set<String> names, ReportTopics reports, Groups groups)
      throws InterruptedException {
    Set<String> known = new HashSet<>(reports.all());
    known.addAll(target.internal());
    for (String group : groups.members().keySet()) {
      groups.of(group).forEach(each -> known.add(each.topic()));
    }
    known.retainAll(names);
    List<TopicPartition> partitions = Partitions.of(admin, known);
    List<Place> places = new ArrayList<>();
    for (TopicPartition each : partitions) {
      if (reports.all().contains(each.topic())) {
        places.add(new Place(target.application(), Stage.INTAKE, each));
      }
    }
    for (TopicPartition each : partitions) {
      if (target.internal().contains(each.topic())) {
        places.add(new Place(target.application(), Stage.TABLES, each));
      }
    }
    for (String group : groups.members().keySet()) {
      if (!group.equals(target.application())) {
        List<TopicPartition> of = groups.of(group);
        of.retainAll(partitions);
        of.forEach(each -> places.add(new Place(group, Stage.READER, each)));
      }
    }
    return places;
  }

  private Look look(
      Instant at,
      Place place,
      int members,
      Groups groups,
      Offsets offsets,
      Map<Place, Waiting> ages,
      Map<TopicPartition, Waiting> held) {
    Waiting since = held.get(place.partition());
    return new Look(
        at,
        offsets.end().getOrDefault(place.partition(), 0L),
        offsets.stable().getOrDefault(place.partition(), 0L),
        groups.committed(place),
        members,
        ages.getOrDefault(place, Waiting.NOTHING),
        since == null ? null : since.since());
  }

  private Seen.At judged(Place place, Look look) {
    Window window = windows.computeIfAbsent(place, first -> new Window(limits));
    window.add(look);
    return new Seen.At(place, look, window.judge(look.at()));
  }

  /** Each group by itself: two of them may stand at different offsets of a partition. */
  private Map<Place, Waiting> ages(List<Place> places, Groups groups, Offsets offsets) {
    Map<Place, Waiting> ages = new HashMap<>();
    for (String group : groups.members().keySet()) {
      Map<TopicPartition, Long> from = new HashMap<>();
      Map<TopicPartition, Place> by = new HashMap<>();
      for (Place place : places) {
        long committed = groups.committed(place);
        if (place.group().equals(group)
            && committed < offsets.stable().getOrDefault(place.partition(), 0L)) {
          from.put(place.partition(), committed);
          by.put(place.partition(), place);
        }
      }
      waiting
          .computeIfAbsent(group, first -> new Ages(committed))
          .of(from, offsets.stable())
          .forEach((partition, age) -> put(ages, by.get(partition), age));
    }
    return ages;
  }

  private static void put(Map<Place, Waiting> ages, @Nullable Place place, Waiting age) {
    if (place != null) {
      ages.put(place, age);
    }
  }

  /** The first records that open transactions hold back. */
  private Map<TopicPartition, Waiting> held(Offsets offsets) {
    Map<TopicPartition, Long> from = new HashMap<>();
    for (TopicPartition each : offsets.known()) {
      long stable = offsets.stable().getOrDefault(each, 0L);
      if (stable < offsets.end().getOrDefault(each, 0L)) {
        from.put(each, stable);
      }
    }
    return open.of(from, offsets.end());
  }

  /** A transaction in its course is nobody's trouble, and its producer needs no name. */
  private Map<TopicPartition, Waiting> lasting(Map<TopicPartition, Waiting> held, Instant at) {
    Map<TopicPartition, Waiting> lasting = new HashMap<>(held);
    lasting
        .values()
        .removeIf(
            each ->
                each.since() == null
                    || Duration.between(each.since(), at).compareTo(limits.fresh()) < 0);
    return lasting;
  }

  private static SortedMap<String, UnreadReason> unread(Set<String> names, ReportTopics reports) {
    TreeMap<String, UnreadReason> unread = new TreeMap<>();
    for (String name : names) {
      if (name.startsWith(Topics.REPORTS_PREFIX) && Topics.unitOf(name).isEmpty()) {
        unread.put(name, UnreadReason.NO_UNIT);
      }
    }
    for (String name : reports.unanswerable()) {
      unread.put(
          name,
          names.contains(Topics.receiptsBeside(name))
              ? UnreadReason.RECEIPTS_TOPIC_TOO_SMALL
              : UnreadReason.NO_RECEIPTS_TOPIC);
    }
    return unread;
  }

  @Override
  public void close() {
    committed.close();
    uncommitted.close();
  }
}
