package vn.tonghop.schemas.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tonghop.IndicatorValue;
import vn.tonghop.ProgressReport;
import vn.tonghop.ReportKind;
import vn.tonghop.TaskLine;
import vn.tonghop.TaskStatus;
import vn.tonghop.domain.acceptance.Finding;
import vn.tonghop.domain.acceptance.Message;
import vn.tonghop.domain.acceptance.Rule;
import vn.tonghop.schemas.mapping.ReportMapping.Result.Fits;
import vn.tonghop.schemas.mapping.ReportMapping.Result.Unfit;

final class ReportMappingTest {

  private static final LocalDate DAY = LocalDate.of(2024, 3, 31);

  @Test
  void aReportComesBackFromTheWireAsItWent() {
    RandomRecords.forManySeeds(
        RandomRecords::new,
        random -> {
          vn.tonghop.domain.report.ProgressReport report = random.report();
          ProgressReport sent = Wire.through(ReportMapping.toAvro(report));
          assertEquals(new Fits(report), ReportMapping.fromAvro(sent));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "\u00A0", "\u2003\u3000", "\u2028\u001C"})
  void aBlankCodeIsFoundWhereverItStands(String blank) {
    ProgressReport report =
        report(
            blank,
            blank,
            DAY,
            List.of(task("T1", "A", "F"), task(blank, blank, blank), task("T3", "A", blank)),
            List.of(indicator(blank, 1)));
    assertPaths(
        ReportMapping.fromAvro(Wire.through(report)),
        Message.BLANK_CODE,
        "unit",
        "programme",
        "tasks[1].code",
        "tasks[1].assignedBy",
        "tasks[1].field",
        "tasks[2].field",
        "indicators[0].code");
  }

  @Test
  void aCodeWithBlanksAroundItIsNotBlank() {
    ProgressReport report = report(" 40 ", "P", DAY, List.of(), List.of());
    assertEquals(" 40 ", fits(report).unit());
  }

  @Test
  void aBlankPeriodIsNotBlankCodeButMalformedLater() {
    ProgressReport report =
        new ProgressReport(
            "40",
            "P",
            "",
            0,
            ReportKind.SUBMIT,
            DAY,
            false,
            true,
            List.of(),
            List.of(),
            null,
            null);
    assertEquals("", fits(report).period());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-12-31", "-0001-01-01", "+10000-01-01", "+5881580-07-11"})
  void aDateOutsideFourDigitsOfYearIsFoundWhereverItStands(String text) {
    LocalDate date = LocalDate.parse(text);
    TaskLine late = new TaskLine("T", null, "A", "F", TaskStatus.COMPLETED, date, date, 100, null);
    List<TaskLine> tasks = List.of(late, task("U", "A", "F"));
    Unfit unfit = unfit(Wire.through(report("40", "P", date, tasks, List.of())));
    assertEquals(
        List.of(
            Message.WRONG_TYPE.at("asOf", "YYYY-MM-DD", text),
            Message.WRONG_TYPE.at("tasks[0].dueOn", "YYYY-MM-DD", text),
            Message.WRONG_TYPE.at("tasks[0].completedOn", "YYYY-MM-DD", text)),
        unfit.errors().listed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01", "9999-12-31"})
  void theFirstAndLastDateFit(String date) {
    ProgressReport report = report("40", "P", LocalDate.parse(date), List.of(), List.of());
    assertEquals(LocalDate.parse(date), fits(report).asOf());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1000000000000000.000",
        "-1000000000000000.000",
        "9223372036854775.807",
        "-9223372036854775.808",
        "9223372036854775.808",
        "-9223372036854775.809",
        "18446744073709551.616"
      })
  void aValueOfMoreThanFifteenDigitsIsOutOfRangeAndEchoed(String value) {
    assertEquals(
        List.of(Message.OUT_OF_RANGE.at("indicators[0].value", value)),
        errorsOf(new BigDecimal(value)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999999999.999", "-999999999999999.999", "0.000", "-0.001"})
  void theEndsOfTheRangeFit(String text) {
    BigDecimal value = new BigDecimal(text);
    assertEquals(value, fits(Wire.through(reportOf(value))).indicators().get(0).value());
  }

  @Test
  void aValueOfVeryManyDigitsIsNamedByItsBytes() {
    BigInteger huge = BigInteger.ONE.shiftLeft(8 * 400_000);
    assertEquals(
        List.of(Message.OUT_OF_RANGE.at("indicators[0].value", "400001 B")),
        errorsOf(new BigDecimal(huge, 3)));
  }

  @Test
  void aValueOfMorePlacesOrOfAnEnormousExponentIsOutOfRange() {
    for (String value : List.of("0.0001", "1E+999999999")) {
      assertEquals(
          List.of(Message.OUT_OF_RANGE.at("indicators[0].value", value)),
          errorsOf(new BigDecimal(value)));
    }
  }

  @Test
  void allErrorsComeAtOnceInDocumentOrder() {
    LocalDate bad = LocalDate.of(0, 1, 1);
    TaskLine task = new TaskLine(" ", null, "A", "", TaskStatus.IN_PROGRESS, bad, null, 5, null);
    List<IndicatorValue> indicators =
        List.of(new IndicatorValue("", new BigDecimal("1E+15")), indicator("", 1));
    Unfit unfit = unfit(report("40", "", bad, List.of(task), indicators));
    assertEquals(
        List.of(
            "programme",
            "asOf",
            "tasks[0].code",
            "tasks[0].field",
            "tasks[0].dueOn",
            "indicators[0].code",
            "indicators[0].value",
            "indicators[1].code"),
        unfit.errors().listed().stream().map(Finding::path).toList());
    assertEquals(8, unfit.errors().count());
  }

  @Test
  void anUnfitReportStillSaysWhoseItIs() {
    Unfit unfit =
        unfit(
            report("4".repeat(201), "P".repeat(201), DAY, List.of(task("", "A", "F")), List.of()));
    assertEquals("4".repeat(200), unfit.unit());
    assertEquals("P".repeat(200), unfit.programme());
    assertEquals("2024-Q1", unfit.period());
    assertEquals(7, unfit.revision());
  }

  @Test
  void ofVeryManyErrorsAHundredAreListedAndAllCounted() {
    List<TaskLine> tasks = IntStream.range(0, 400).mapToObj(i -> task("", "A", "F")).toList();
    Unfit unfit = unfit(report("40", "P", DAY, tasks, List.of()));
    assertEquals(100, unfit.errors().listed().size());
    assertEquals(400, unfit.errors().count());
  }

  private static void assertPaths(ReportMapping.Result result, Message message, String... paths) {
    assertEquals(
        Arrays.stream(paths).map(path -> message.at(path)).toList(),
        assertInstanceOf(Unfit.class, result).errors().listed());
    assertEquals(Rule.E01, message.rule());
  }

  private static List<Finding> errorsOf(BigDecimal value) {
    return unfit(reportOf(value)).errors().listed();
  }

  private static Unfit unfit(ProgressReport report) {
    return assertInstanceOf(Unfit.class, ReportMapping.fromAvro(report));
  }

  private static vn.tonghop.domain.report.ProgressReport fits(ProgressReport report) {
    return assertInstanceOf(Fits.class, ReportMapping.fromAvro(report)).report();
  }

  private static ProgressReport reportOf(BigDecimal value) {
    return report("40", "P", DAY, List.of(), List.of(new IndicatorValue("I", value)));
  }

  private static ProgressReport report(
      String unit,
      String programme,
      LocalDate asOf,
      List<TaskLine> tasks,
      List<IndicatorValue> indicators) {
    return new ProgressReport(
        unit,
        programme,
        "2024-Q1",
        7,
        ReportKind.SUBMIT,
        asOf,
        false,
        false,
        tasks,
        indicators,
        null,
        null);
  }

  private static TaskLine task(String code, String assignedBy, String field) {
    return new TaskLine(code, null, assignedBy, field, TaskStatus.IN_PROGRESS, null, null, 5, null);
  }

  private static IndicatorValue indicator(String code, long thousandths) {
    return new IndicatorValue(code, BigDecimal.valueOf(thousandths, 3));
  }
}
