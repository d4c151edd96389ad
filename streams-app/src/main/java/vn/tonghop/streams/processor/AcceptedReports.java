package vn.tonghop.streams.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.acceptance.UnitHistory;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.Move;
import vn.tonghop.domain.table.ProgrammeYear;

/**
 * The one durable store, a record a report by programme, period and body, together with the years
 * at work that are made of it. Keys of a programme's year stand together, so that a year is read
 * with one scan.
 */
final class AcceptedReports {

  private static final StringSerializer KEYS = new StringSerializer();

  private final KeyValueStore<String, ReportState> store;
  private final ProgrammeYears years;

  private AcceptedReports(KeyValueStore<String, ReportState> store, ProgrammeYears years) {
    this.store = store;
    this.years = years;
  }

  static AcceptedReports of(ProcessingContext context, StoreNames names) {
    KeyValueStore<String, ReportState> store = context.getStateStore(names.reports());
    ProgrammeYears years = context.getStateStore(names.years());
    return new AcceptedReports(store, years);
  }

  /** What is known of one unit, programme and period, without reading anything else. */
  @Nullable ReportState state(Submission submission) {
    return store.get(ReportKey.of(submission));
  }

  /** All that the unit said on the programme. */
  UnitHistory history(Submission submission) {
    String programme = submission.programme();
    String body = submission.body().id();
    return new UnitHistory() {
      @Override
      public @Nullable ReportState at(Period period) {
        return year(programme, period.year()).of(body).at(period);
      }

      @Override
      public Optional<ReportState> lastBefore(Period period) {
        Optional<ReportState> found = Optional.empty();
        OptionalInt year = OptionalInt.of(period.year());
        while (found.isEmpty() && year.isPresent()) {
          found = year(programme, year.getAsInt()).of(body).lastBefore(period);
          year = found.isEmpty() ? yearBefore(programme, year.getAsInt()) : year;
        }
        return found;
      }
    };
  }

  /**
   * Takes a new state.
   *
   * @return the standings that it moved
   */
  List<Move> put(ReportState state) {
    Submission report = state.highest();
    List<Move> moves = year(report.programme(), state.period().year()).put(state);
    store.put(ReportKey.of(report), state);
    return moves;
  }

  /** Notes that a table of the programme is to be built before the next commit. */
  void note(String programme, ProgrammeYears.Moved table) {
    years.note(programme, table);
  }

  /** The programme's tables that moved; they count as built from now on. */
  Iterable<ProgrammeYears.Moved> takeMoved(String programme) {
    return years.takeMoved(programme);
  }

  /** The standings of all units that speak in a target. */
  Collection<UnitStanding> standings(String programme, Period target) {
    return year(programme, target.year()).standings(target);
  }

  private ProgrammeYear year(String programme, int year) {
    return years.get(programme, year, () -> read(programme + "|" + year + "-"));
  }

  private ProgrammeYear read(String prefix) {
    List<ReportState> states = new ArrayList<>();
    try (KeyValueIterator<String, ReportState> all = store.prefixScan(prefix, KEYS)) {
      all.forEachRemaining(each -> states.add(each.value));
    }
    return ProgrammeYear.of(states);
  }

  /** The last year before, of which anything is known. */
  private OptionalInt yearBefore(String programme, int year) {
    String first = programme + "|";
    try (KeyValueIterator<String, ReportState> before =
        store.reverseRange(first, first + year + "-")) {
      return before.hasNext()
          ? OptionalInt.of(before.next().value.period().year())
          : OptionalInt.empty();
    }
  }
}
