package vn.tonghop.schemas.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.PeriodLength;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.Body;
import vn.tonghop.domain.reference.IndicatorKind;
import vn.tonghop.domain.report.ReportKind;
import vn.tonghop.domain.standing.ClosingReport;
import vn.tonghop.domain.standing.Contribution;
import vn.tonghop.domain.standing.Contribution.ReportedIndicator;
import vn.tonghop.domain.standing.ContributionCell;
import vn.tonghop.domain.standing.IndicatorFigure;
import vn.tonghop.domain.standing.Measures;
import vn.tonghop.domain.standing.StandingCell;
import vn.tonghop.domain.standing.UnitStanding;
import vn.tonghop.domain.table.CodeMeasures;
import vn.tonghop.domain.table.MovedBy;
import vn.tonghop.domain.table.NationalTable;
import vn.tonghop.domain.table.UnitRow;
import vn.tonghop.schemas.topic.Topics;

/** What is made of reports, at random, under one regime. */
final class RandomFigures extends RandomRecords {

  private static final int BITS_OF_28_DIGITS = 93;

  final Regime regime;

  RandomFigures(long seed) {
    super(seed);
    regime = oneOf(Regime.values());
  }

  /** Runs a check on many seeds, and names the one that fails. */
  static void forManyFigures(Consumer<RandomFigures> check) {
    forManySeeds(RandomFigures::new, check);
  }

  Submission submission() {
    String unit = "U-" + random.nextInt(1_000_000);
    return new Submission(
        unit,
        new Body(text(), orNull(this::date), orNull(this::date), list(this::text)),
        text(),
        period(),
        random.nextInt(),
        oneOf(ReportKind.values()),
        random.nextBoolean(),
        random.nextBoolean(),
        date(),
        digest(),
        contribution(),
        new SourceRecord(Topics.reports(unit).name(), random.nextInt(), random.nextLong()),
        instant(),
        random.nextLong(),
        findings(),
        findings());
  }

  private String digest() {
    byte[] digest = new byte[32];
    random.nextBytes(digest);
    return HexFormat.of().formatHex(digest);
  }

  ReportState state() {
    return new ReportState(submission(), orNull(this::instant));
  }

  Receipt receipt() {
    return new Receipt(
        orNull(this::text),
        orNull(this::text),
        orNull(this::text),
        orNull(random::nextInt),
        oneOf(Outcome.values()),
        findings(),
        findings(),
        orNull(random::nextBoolean),
        orNull(random::nextInt),
        orNull(this::source),
        orNull(this::text),
        random.nextLong(),
        instant());
  }

  UnitStanding standing() {
    return new UnitStanding(
        text(),
        period(),
        text(),
        text(),
        orNull(this::date),
        list(this::text),
        closing(),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean(),
        list(() -> new StandingCell(text(), text(), measures())),
        list(this::figure));
  }

  Change change() {
    return new Change(orNull(this::standing), movedBy());
  }

  NationalTable table() {
    return new NationalTable(
        text(),
        period(),
        measures(),
        list(() -> new CodeMeasures(text(), measures())),
        list(() -> new CodeMeasures(text(), measures())),
        list(this::row),
        list(this::figure),
        list(this::text),
        movedBy());
  }

  MovedBy movedBy() {
    return new MovedBy(text(), text(), random.nextInt(), source(), instant());
  }

  private UnitRow row() {
    return new UnitRow(
        text(),
        text(),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean(),
        closing(),
        list(this::figure),
        measures());
  }

  private Contribution contribution() {
    return new Contribution(
        list(this::cell),
        list(() -> new ReportedIndicator(text(), oneOf(IndicatorKind.values()), value())),
        list(this::text),
        random.nextInt());
  }

  private ContributionCell cell() {
    return new ContributionCell(
        text(),
        text(),
        random.nextInt(),
        random.nextInt(),
        random.nextInt(),
        random.nextInt(),
        random.nextInt(),
        random.nextInt(),
        list(random::nextInt));
  }

  private Measures measures() {
    return new Measures(
        random.nextLong(),
        random.nextLong(),
        random.nextLong(),
        random.nextLong(),
        random.nextLong(),
        random.nextLong(),
        random.nextLong());
  }

  private IndicatorFigure figure() {
    BigInteger sum = new BigInteger(random.nextInt(BITS_OF_28_DIGITS), random);
    return new IndicatorFigure(
        text(),
        oneOf(IndicatorKind.values()),
        new BigDecimal(random.nextBoolean() ? sum : sum.negate(), 3),
        random.nextBoolean(),
        random.nextBoolean());
  }

  private ClosingReport closing() {
    return new ClosingReport(period(), random.nextInt(), date(), source());
  }

  private SourceRecord source() {
    return new SourceRecord(text(), random.nextInt(), random.nextLong());
  }

  /** As a receipt lists them: the count may be more than the list. */
  private FindingList findings() {
    List<Finding> listed = list(() -> new Finding(oneOf(Rule.values()), text(), text(), text()));
    return new FindingList(listed, listed.size() + random.nextInt(3));
  }

  private Period period() {
    PeriodLength length = oneOf(PeriodLength.values());
    int index = 1 + random.nextInt(length.perYear());
    return new Period(regime, 1000 + random.nextInt(9000), length, index);
  }
}
