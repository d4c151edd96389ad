package vn.tonghop.console.view;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;

/** The newest record of each table and standing, as bytes. Written by one thread, read by many. */
final class Current {

  private static final Comparator<Period> EARLIEST_FIRST =
      Comparator.comparing(Period::firstDay).thenComparing(Period::length);

  private final Regime regime;
  private final Map<TableKey, Held> tables = new ConcurrentHashMap<>();
  private final Map<TableKey, Map<String, Held>> standings = new ConcurrentHashMap<>();
  private final Map<String, Map<Period, TableKey>> targets = new ConcurrentSkipListMap<>();

  /** One text for all records of a body. */
  private final Map<String, String> bodies = new ConcurrentHashMap<>();

  Current(Regime regime) {
    this.regime = regime;
  }

  /** Takes a record of the tables' topic; whose table it is, unless its key is none. */
  Optional<TableKey> table(ConsumerRecord<String, byte[]> record) {
    Optional<TableKey> key = Keys.table(regime, record.key()).map(this::known);
    key.ifPresent(
        known -> {
          if (record.value() == null) {
            tables.remove(known);
          } else {
            tables.put(known, Held.of(record));
          }
        });
    return key;
  }

  /** Takes a record of the standings' topic. */
  void standing(ConsumerRecord<String, byte[]> record) {
    Keys.standing(regime, record.key())
        .ifPresent(
            key -> {
              String body = bodies.computeIfAbsent(key.body(), same -> same);
              Map<String, Held> ofTable =
                  standings.computeIfAbsent(known(key.table()), first -> new ConcurrentHashMap<>());
              if (record.value() == null) {
                ofTable.remove(body);
              } else {
                ofTable.put(body, Held.of(record));
              }
            });
  }

  /** Those that have a table now, by code. */
  List<String> programmes() {
    return targets.entrySet().stream()
        .filter(programme -> programme.getValue().values().stream().anyMatch(tables::containsKey))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Those that have a table now, earliest first. */
  List<Period> targets(String programme) {
    return targets.getOrDefault(programme, Map.of()).values().stream()
        .filter(tables::containsKey)
        .map(TableKey::target)
        .sorted(EARLIEST_FIRST)
        .toList();
  }

  @Nullable Held table(TableKey key) {
    return tables.get(key);
  }

  List<Held> standings(TableKey key) {
    return List.copyOf(standings.getOrDefault(key, Map.of()).values());
  }

  @Nullable Held standing(TableKey key, String body) {
    return standings.getOrDefault(key, Map.of()).get(body);
  }

  /** The key that all records of a table share. */
  private TableKey known(TableKey key) {
    return targets
        .computeIfAbsent(key.programme(), first -> new ConcurrentHashMap<>())
        .computeIfAbsent(key.target(), first -> key);
  }
}
