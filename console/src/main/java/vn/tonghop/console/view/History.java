package vn.tonghop.console.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.schemas.topic.Topics;

/**
 * Where the records of the histories and of the receipts stand; what they say is read when a page
 * asks. Written by one thread, read by many.
 */
final class History {

  private static final int OUTCOME_BITS = 3;
  private static final int OUTCOME_MASK = (1 << OUTCOME_BITS) - 1;
  private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

  /** Of a number pair in one key: the second takes the lower half. */
  private static final int HALF = 32;

  /** Of a report's record in one key: units are few, offsets are many. */
  private static final int UNIT_SHIFT = 48;

  private final Numbers<TableKey> tables = new Numbers<>();
  private final Numbers<String> bodies = new Numbers<>();
  private final Numbers<String> units = new Numbers<>();
  private final Numbers<ReportKey> reports = new Numbers<>();

  private final PlaceIndex versions = new PlaceIndex();
  private final PlaceIndex changes = new PlaceIndex();
  private final PlaceIndex moves = new PlaceIndex();
  private final PlaceIndex receipts = new PlaceIndex();

  void version(TableKey key, int partition, long offset, long millis) {
    versions.add(tables.of(key), partition, offset, millis);
  }

  void change(Keys.StandingKey key, SourceRecord report, int partition, long offset) {
    long standing = pair(tables.of(key.table()), bodies.of(key.body()));
    // Shortest target first: offsets of different partitions have no order.
    long months = key.table().target().length().months();
    changes.add(standing, partition, offset, months);
    Topics.unitOf(report.topic())
        .ifPresent(
            unit -> moves.add(source(units.of(unit), report.offset()), partition, offset, months));
  }

  void receipt(ReportKey key, int partition, long offset, long millis, Outcome outcome) {
    long note = (millis << OUTCOME_BITS) | OUTCOMES.indexOf(outcome);
    receipts.add(reports.of(key), partition, offset, note);
  }

  List<Place> versions(TableKey key) {
    List<Place> found = new ArrayList<>();
    tables
        .known(key)
        .ifPresent(
            number ->
                versions.forEach(
                    number,
                    (partition, offset, millis) ->
                        found.add(
                            new Place(
                                new SourceRecord(Topics.TABLES_HISTORY.name(), partition, offset),
                                Instant.ofEpochMilli(millis)))));
    return found;
  }

  List<SourceRecord> changes(TableKey key, String body) {
    OptionalInt table = tables.known(key);
    OptionalInt unit = bodies.known(body);
    List<SourceRecord> found = new ArrayList<>();
    if (table.isPresent() && unit.isPresent()) {
      changes.forEach(
          pair(table.getAsInt(), unit.getAsInt()),
          (partition, offset, months) -> found.add(change(partition, offset)));
    }
    return found;
  }

  List<SourceRecord> movedBy(SourceRecord report) {
    record Move(SourceRecord change, long months) {}
    List<Move> found = new ArrayList<>();
    OptionalInt unit =
        Topics.unitOf(report.topic()).map(units::known).orElseGet(OptionalInt::empty);
    if (unit.isPresent()) {
      moves.forEach(
          source(unit.getAsInt(), report.offset()),
          (partition, offset, months) -> found.add(new Move(change(partition, offset), months)));
    }
    return found.stream()
        .sorted((a, b) -> Long.compare(a.months(), b.months()))
        .map(Move::change)
        .toList();
  }

  List<Answered> receipts(ReportKey key) {
    String topic = Topics.RECEIPTS_PREFIX + key.unit();
    List<Answered> found = new ArrayList<>();
    reports
        .known(key)
        .ifPresent(
            number ->
                receipts.forEach(
                    number,
                    (partition, offset, note) ->
                        found.add(
                            new Answered(
                                new SourceRecord(topic, partition, offset),
                                Instant.ofEpochMilli(note >> OUTCOME_BITS),
                                OUTCOMES.get((int) (note & OUTCOME_MASK))))));
    return found;
  }

  private static SourceRecord change(int partition, long offset) {
    return new SourceRecord(Topics.STANDINGS_HISTORY.name(), partition, offset);
  }

  private static long pair(int one, int other) {
    return ((long) one << HALF) | other;
  }

  private static long source(int unit, long offset) {
    return ((long) unit << UNIT_SHIFT) | offset;
  }
}
