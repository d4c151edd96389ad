package vn.tonghop.streams.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
 * at work that are made of it. Keys of a programme's period stand together, so that a target is
 * read with a scan for each of its periods.
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

  /** Forgets the years at work, which are worked out again from the store. */
  void forgetYears() {
    years.clear();
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
        return year(programme, period).of(body).at(period);
      }

      @Override
      public Optional<ReportState> lastBefore(Period period) {
        Optional<ReportState> found = Optional.empty();
        Optional<Period> any = Optional.of(period);
        while (found.isEmpty() && any.isPresent()) {
          found = year(programme, any.get()).of(body).lastBefore(period);
          any = found.isEmpty() ? ofYearBefore(programme, any.get()) : any;
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
    List<Move> moves = year(report.programme(), state.period()).put(state);
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
    return year(programme, target).standings(target);
  }

  /** The year that a period is of. */
  private ProgrammeYear year(String programme, Period any) {
    return years.get(programme, any.year(), () -> new ProgrammeYear(new Stored(programme, any)));
  }

  /** Any period of the last year before, of which anything is known. */
  private Optional<Period> ofYearBefore(String programme, Period any) {
    String first = programme + "|";
    try (KeyValueIterator<String, ReportState> before =
        store.reverseRange(first, first + any.year() + "-")) {
      return before.hasNext() ? Optional.of(before.next().value.period()) : Optional.empty();
    }
  }

  /** A programme's year in the store. */
  private final class Stored implements ProgrammeYear.Source {

    private final String programme;
    private final List<Period> periods;

    Stored(String programme, Period any) {
      this.programme = programme;
      this.periods = Period.inYear(any.regime(), any.year());
    }

    @Override
    public Collection<ReportState> ofBody(String body) {
      List<ReportState> states = new ArrayList<>();
      for (Period period : periods) {
        @Nullable ReportState state = store.get(ReportKey.of(programme, period.label(), body));
        if (state != null) {
          states.add(state);
        }
      }
      return states;
    }

    @Override
    public Collection<ReportState> of(Period period) {
      List<ReportState> states = new ArrayList<>();
      String prefix = ReportKey.of(programme, period.label(), "");
      try (KeyValueIterator<String, ReportState> all = store.prefixScan(prefix, KEYS)) {
        all.forEachRemaining(each -> states.add(each.value));
      }
      return states;
    }
  }
}
