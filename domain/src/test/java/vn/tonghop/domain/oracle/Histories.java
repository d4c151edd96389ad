package vn.tonghop.domain.oracle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceKind;
import vn.tonghop.domain.reference.ReferenceRows;
import vn.tonghop.domain.report.IndicatorValue;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.report.TaskLine;
import vn.tonghop.domain.report.TaskStatus;

/** Makes random histories of arrivals; the same seed and shape make the same history. */
public final class Histories {

  /** A programme of {@link #rows()} that runs from 2023 to 2026 and is expected of all. */
  public static final String LONG_PROGRAMME = "KH-2326";

  /**
   * Of the same years, expected of few: of one that ended, one that began, and one that did not.
   */
  public static final String SMALL_PROGRAMME = "KH-FEW";

  /** Units that ended, began, split, changed their kind or never changed; Z-… are invented. */
  public static final List<String> UNITS =
      List.of(
          "70", "75", "40", "22", "24", "27", "46", "X-CQTW", "X-DNTW", "X-CP", "X-QH", "X-BTCTW",
          "Z-1", "Z-2", "Z-3", "Z-4", "Z-5", "Z-6", "Z-7", "Z-8", "Z-9");

  private static final List<String> INDICATORS =
      List.of("PILOT_CONGRESSES", "RECOMMENDATIONS", "POSTS", "POSTS_CHANGE");
  private static final List<String> AUTHORITIES = List.of("POLITBURO", "SECRETARIAT", "COMMISSION");
  private static final List<String> FIELDS = List.of("CADRES", "GRASSROOTS", "OTHER");

  /** A programme named by mistake, which is right where the year fits. */
  private static final List<String> MISTAKEN = List.of("CTCT-2024");

  private static final List<String> MALFORMED =
      List.of("2024-m01", "2024-M00", "2024-M13", " 2024-Q1", "2024-Q5", "0999-Q1", "2024Q1", "");

  private static final OracleRegistry REGISTRY = new OracleRegistry(rows());

  /** 2^64 over the golden ratio, odd. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final Random random;
  private final Shape shape;
  private final List<Arrival> arrivals = new ArrayList<>();
  private final Map<String, ProgressReport> contents = new LinkedHashMap<>();
  private final Map<String, Long> offsets = new HashMap<>();
  private final List<String> units;
  private final List<String> programmes;
  private final int year;
  private final Regime regime;

  private Histories(long seed, Shape shape) {
    // Neighbouring small seeds all begin with the same boolean: one regime would never be seen.
    this.random = new Random(seed * SPREAD);
    this.shape = shape;
    this.regime = random.nextBoolean() ? Regime.CALENDAR : Regime.DECREE_09_2019;
    this.year = random.nextInt(3) == 0 ? 2023 + random.nextInt(4) : 2025;
    List<String> all = new ArrayList<>(UNITS);
    Collections.shuffle(all, random);
    // A pair that one succeeds the other is likely, so that succession is seen often.
    List<String> some = new ArrayList<>(all.subList(0, shape.units));
    some.addAll(
        random.nextBoolean()
            ? List.of("70", "75")
            : random.nextBoolean()
                ? List.of("Z-1", "Z-2", "Z-3")
                : pick(
                    List.of(
                        List.of("X-CQTW", "X-QH"),
                        List.of("Z-5", "Z-6"),
                        List.of("Z-7", "Z-8", "Z-9"))));
    this.units = some.stream().distinct().toList();
    this.programmes =
        pick(
            List.of(
                List.of(LONG_PROGRAMME),
                List.of(LONG_PROGRAMME, "CTCT-" + year),
                List.of(LONG_PROGRAMME, SMALL_PROGRAMME, "CTCT-" + year)));
  }

  /**
   * How a history looks; shares are from 0 to 1 and independent of each other.
   *
   * @param records how many arrive
   * @param units how many units at least
   * @param duplicates resent in other words
   * @param conflicts other content under a number already used
   * @param conflictFree no two of one unit, programme, period and revision differ in content
   */
  public record Shape(
      int records,
      int units,
      double revisions,
      double duplicates,
      double conflicts,
      double withdrawals,
      double nils,
      double tests,
      double invalid,
      boolean conflictFree) {

    /** A bit of everything. */
    public static Shape mixed(int records) {
      return new Shape(records, 3, 0.3, 0.1, 0.08, 0.1, 0.12, 0.08, 0.12, false);
    }

    /** The same without conflicts. */
    public static Shape conflictFree(int records) {
      return new Shape(records, 3, 0.3, 0.15, 0, 0.1, 0.12, 0.08, 0.08, true);
    }
  }

  /** A history with the regime it was made for. */
  public record History(long seed, Regime regime, List<String> programmes, List<Arrival> arrivals) {

    public History {
      programmes = List.copyOf(programmes);
      arrivals = List.copyOf(arrivals);
    }

    /** The same records in another order. */
    public History shuffled(long shuffle) {
      List<Arrival> other = new ArrayList<>(arrivals);
      Collections.shuffle(other, new Random(shuffle));
      return new History(seed, regime, programmes, other);
    }
  }

  /** Makes one. */
  public static History of(long seed, Shape shape) {
    Histories maker = new Histories(seed, shape);
    while (maker.arrivals.size() < shape.records) {
      maker.next();
    }
    List<String> programmes = new ArrayList<>(maker.programmes);
    programmes.addAll(MISTAKEN);
    return new History(seed, maker.regime, programmes.stream().distinct().toList(), maker.arrivals);
  }

  /**
   * The bundled reference data with {@link #LONG_PROGRAMME} and four units of a chain: Z-1 ended on
   * 2025-08-15 into Z-2, which ended on 2026-02-10 and was split into Z-3 and Z-4; and two more:
   * Z-5 ended on 2025-06-30 into Z-6, which had been there all the time. Z-7 ended on 2025-03-31
   * into Z-8, and this on 2025-08-31 into Z-9: one year knows all three.
   */
  public static ReferenceRows rows() {
    ReferenceRows bundled = ReferenceRows.bundled();
    Map<ReferenceKind, List<Map<String, String>>> rows = new EnumMap<>(ReferenceKind.class);
    for (ReferenceKind kind : ReferenceKind.values()) {
      rows.put(kind, new ArrayList<>(bundled.of(kind)));
    }
    add(rows, ReferenceKind.PROGRAMME, LONG_PROGRAMME, "2023", "2026", "Dài", "Long", "ALL");
    add(rows, ReferenceKind.PROGRAMME, SMALL_PROGRAMME, "2023", "2026", "Ít", "Few", "Z-1;Z-2;40");
    unit(rows, "Z-1", "", "2025-08-15", "Z-2");
    unit(rows, "Z-2", "2025-08-16", "2026-02-10", "Z-3;Z-4");
    unit(rows, "Z-5", "", "2025-06-30", "Z-6");
    unit(rows, "Z-6", "", "", "");
    unit(rows, "Z-7", "", "2025-03-31", "Z-8");
    unit(rows, "Z-8", "2025-04-01", "2025-08-31", "Z-9");
    unit(rows, "Z-9", "2025-09-01", "", "");
    unit(rows, "Z-3", "2026-02-11", "", "");
    unit(rows, "Z-4", "2026-02-11", "", "");
    return new ReferenceRows(rows);
  }

  private static void unit(
      Map<ReferenceKind, List<Map<String, String>>> rows,
      String code,
      String from,
      String to,
      String successor) {
    add(rows, ReferenceKind.UNIT, code, code, from, to, "CENTRAL", code, code, "", successor);
  }

  private static void add(
      Map<ReferenceKind, List<Map<String, String>>> rows, ReferenceKind kind, String... cells) {
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < cells.length; i++) {
      row.put(kind.columns().get(i), cells[i]);
    }
    rows.computeIfAbsent(kind, any -> new ArrayList<>()).add(row);
  }

  private void next() {
    if (!contents.isEmpty() && chance(shape.duplicates)) {
      send(reworded(pick(List.copyOf(contents.values()))));
      return;
    }
    if (!contents.isEmpty() && chance(shape.conflicts)) {
      ProgressReport old = pick(List.copyOf(contents.values()));
      send(filled(Reports.of(old, old.unit(), old.programme(), old.period(), old.asOf())));
      return;
    }
    ProgressReport report = fresh();
    if (chance(shape.invalid)) {
      for (int faults = 1 + random.nextInt(4); faults > 0; faults--) {
        report = spoiled(report);
      }
    }
    if (chance(shape.tests)) {
      report = Reports.withTest(report, true);
    }
    send(report);
  }

  private ProgressReport fresh() {
    int in = random.nextInt(6) == 0 ? 2023 + random.nextInt(4) : year;
    OraclePeriod period = pick(OraclePeriod.ofYear(regime, in));
    String unit = pick(units);
    for (int more = 3; more > 0 && REGISTRY.bodyOf(unit, period.to()) == null; more--) {
      unit = pick(units);
    }
    String programme = pick(programmes);
    int revision = 1;
    if (!contents.isEmpty() && chance(shape.revisions)) {
      ProgressReport old = pick(List.copyOf(contents.values()));
      OraclePeriod known = OraclePeriod.of(regime, old.period());
      if (known != null) {
        period = known;
        unit = old.unit();
        programme = old.programme();
        revision = Math.max(1, old.revision() + random.nextInt(4) - 1);
      }
    }
    int back = random.nextInt(3) == 0 ? random.nextInt(20) : 0;
    LocalDate asOf = period.to().minusDays(back);
    ProgressReport empty =
        Reports.report(unit, programme, period.label(), revision, asOf.toString());
    if (chance(shape.withdrawals)) {
      ProgressReport withdrawal = Reports.withKind(empty, ReportKind.WITHDRAW);
      return random.nextInt(3) == 0 ? filled(withdrawal) : withdrawal;
    }
    return chance(shape.nils) ? Reports.withNil(empty, true) : filled(empty);
  }

  /** With random lines, at least one. */
  private ProgressReport filled(ProgressReport report) {
    List<TaskLine> tasks = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      if (random.nextInt(3) > 0) {
        tasks.add(task("T" + i, report.asOf()));
      }
    }
    List<IndicatorValue> values = new ArrayList<>();
    for (String code : INDICATORS) {
      if (random.nextInt(3) == 0 || (tasks.isEmpty() && values.isEmpty())) {
        int thousandths = random.nextInt(3000) - (code.equals("POSTS_CHANGE") ? 1500 : 0);
        values.add(new IndicatorValue(code, BigDecimal.valueOf(thousandths, 3)));
      }
    }
    Collections.shuffle(tasks, random);
    Collections.shuffle(values, random);
    return Reports.withNil(Reports.withTasks(Reports.withIndicators(report, values), tasks), false);
  }

  private TaskLine task(String code, LocalDate asOf) {
    TaskStatus status = pick(List.of(TaskStatus.values()));
    LocalDate due = random.nextInt(4) == 0 ? null : asOf.plusDays(spread(40));
    LocalDate done = null;
    if (status == TaskStatus.COMPLETED) {
      done = asOf.minusDays(random.nextInt(3) == 0 ? random.nextInt(400) : random.nextInt(40));
      due = due != null && random.nextInt(3) == 0 ? done.plusDays(spread(1)) : due;
    }
    int percent =
        switch (status) {
          case COMPLETED -> 100;
          case NOT_STARTED -> 0;
          case IN_PROGRESS, CANCELLED -> random.nextInt(4) == 0 ? 0 : random.nextInt(100);
        };
    return new TaskLine(
        code,
        random.nextInt(3) == 0 ? "Đề án \"" + code + "\"" : null,
        pick(AUTHORITIES),
        pick(FIELDS),
        status,
        due,
        done,
        percent,
        random.nextBoolean() ? "vướng mắc" : null);
  }

  private ProgressReport spoiled(ProgressReport r) {
    LocalDate day = r.asOf();
    return switch (random.nextInt(11)) {
      case 0 ->
          Reports.of(r, pick(List.of("99", "70", "X-NN", "Z-1")), r.programme(), r.period(), day);
      case 1 ->
          Reports.of(
              r, r.unit(), pick(random.nextBoolean() ? MISTAKEN : List.of("NO")), r.period(), day);
      case 2 -> Reports.of(r, r.unit(), r.programme(), pick(MALFORMED), day);
      case 3 -> Reports.withRevision(r, -random.nextInt(3));
      case 4 -> Reports.of(r, r.unit(), r.programme(), r.period(), day.plusDays(spread(400)));
      case 5 -> Reports.withNil(r, !r.nil());
      case 6 -> Reports.withTasks(r, twice(r.tasks()));
      case 7 -> Reports.withIndicators(r, twice(r.indicators()));
      case 8 -> Reports.withIndicators(r, wrongValues(r));
      case 9 -> Reports.withTasks(r, wrongTasks(r, 120));
      default -> Reports.withTasks(r, wrongTasks(r, 1 + random.nextInt(4)));
    };
  }

  private static <T> List<T> twice(List<T> lines) {
    List<T> twice = new ArrayList<>(lines);
    twice.addAll(lines);
    return twice;
  }

  private List<IndicatorValue> wrongValues(ProgressReport report) {
    List<IndicatorValue> values = new ArrayList<>(report.indicators());
    values.add(
        new IndicatorValue(
            pick(List.of("POSTS", "RECOMMENDATIONS", "UNKNOWN")), new BigDecimal("-0.001")));
    return values;
  }

  private List<TaskLine> wrongTasks(ProgressReport report, int more) {
    List<TaskLine> tasks = new ArrayList<>(report.tasks());
    for (int i = 0; i < more; i++) {
      LocalDate on = report.asOf().plusDays(spread(1));
      tasks.add(
          new TaskLine(
              "W" + i,
              null,
              random.nextInt(3) == 0 ? "NOBODY" : "POLITBURO",
              random.nextInt(3) == 0 ? "NOTHING" : "CADRES",
              pick(List.of(TaskStatus.values())),
              report.asOf().plusDays(spread(1)),
              random.nextBoolean() ? on : null,
              pick(List.of(-1, 0, 1, 99, 100, 101)),
              null));
    }
    return tasks;
  }

  /** The same content in another order of lines and digits, from somebody else. */
  private ProgressReport reworded(ProgressReport report) {
    List<TaskLine> tasks = new ArrayList<>(report.tasks());
    List<IndicatorValue> values = new ArrayList<>();
    report.indicators().forEach(each -> values.add(inAnotherForm(each)));
    Collections.shuffle(tasks, random);
    Collections.shuffle(values, random);
    return Reports.sent(
        Reports.withTest(
            Reports.withTasks(Reports.withIndicators(report, values), tasks), chance(shape.tests)),
        "người khác " + random.nextInt(9),
        null);
  }

  /** 1.500 as 1.5, as 1.50000 or as it is. */
  private IndicatorValue inAnotherForm(IndicatorValue value) {
    BigDecimal number = value.value();
    return new IndicatorValue(
        value.code(),
        switch (random.nextInt(3)) {
          case 0 -> number.stripTrailingZeros();
          case 1 -> number.setScale(5);
          default -> number;
        });
  }

  private void send(ProgressReport made) {
    ProgressReport report = made;
    String key = report.unit() + "|" + report.programme() + "|" + report.period();
    String content = key + "|" + report.revision();
    ProgressReport known = contents.get(content);
    if (known != null && shape.conflictFree) {
      report = reworded(known);
    }
    contents.putIfAbsent(content, report);
    Instant at = recordTime(OraclePeriod.of(regime, report.period()));
    if (random.nextInt(5) == 0) {
      Instant sent = at.plus(Duration.ofMinutes(10)).plusMillis(spread(1));
      report = Reports.sent(report, report.submittedBy(), sent);
    }
    String topicUnit = chance(shape.invalid / 4) ? pick(UNITS) : report.unit();
    String topic = "tonghop.reports." + topicUnit;
    long offset = offsets.merge(topic, 1L, Long::sum) - 1;
    arrivals.add(new Arrival(report, topicUnit, at, new SourceRecord(topic, 0, offset)));
  }

  private Instant recordTime(@Nullable OraclePeriod period) {
    Instant due = period == null ? Instant.parse("2025-01-01T00:00:00Z") : period.due();
    return random.nextInt(4) == 0
        ? due.plusMillis(spread(1))
        : due.plus(Duration.ofHours(random.nextInt(24 * 20) - 24 * 14));
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }

  /** From −{@code most} to {@code most}. */
  private int spread(int most) {
    return random.nextInt(2 * most + 1) - most;
  }

  private <T> T pick(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
