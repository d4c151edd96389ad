package vn.tonghop.domain.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tonghop.domain.oracle.Reports;

class ReportDigestTest {

  private static final TaskLine QUOTED =
      new TaskLine(
          "T2",
          "Đề án \"số 1\" \\ \b\t\n\f\r\u0001\u001f\u007f / 😀",
          "POLITBURO",
          "CADRES",
          TaskStatus.COMPLETED,
          LocalDate.parse("2024-03-20"),
          LocalDate.parse("2024-03-18"),
          100,
          "Nghệ An");
  private static final TaskLine PLAIN = Reports.open("T10", null, 0);
  private static final ProgressReport REPORT =
      Reports.withIndicators(
          Reports.report("40", "CTCT-2024", "2024-Q1", 2, "2024-03-31", QUOTED, PLAIN),
          Reports.value("RECOMMENDATIONS", "1.5"),
          Reports.value("POSTS_CHANGE", "-0.25"));

  private static final String CANONICAL =
      "{\"asOf\":\"2024-03-31\",\"indicators\":["
          + "{\"code\":\"POSTS_CHANGE\",\"value\":\"-0.250\"},"
          + "{\"code\":\"RECOMMENDATIONS\",\"value\":\"1.500\"}],"
          + "\"kind\":\"SUBMIT\",\"nil\":false,\"period\":\"2024-Q1\",\"programme\":\"CTCT-2024\","
          + "\"revision\":2,\"tasks\":["
          + "{\"assignedBy\":\"POLITBURO\",\"code\":\"T10\",\"completedOn\":null,\"dueOn\":null,"
          + "\"field\":\"CADRES\",\"note\":null,\"percent\":0,\"status\":\"NOT_STARTED\","
          + "\"title\":null},"
          + "{\"assignedBy\":\"POLITBURO\",\"code\":\"T2\",\"completedOn\":\"2024-03-18\","
          + "\"dueOn\":\"2024-03-20\",\"field\":\"CADRES\",\"note\":\"Nghệ An\",\"percent\":100,"
          + "\"status\":\"COMPLETED\","
          + "\"title\":\"Đề án \\\"số 1\\\" \\\\ \\b\\t\\n\\f\\r\\u0001\\u001f\u007f / 😀\"}],"
          + "\"unit\":\"40\"}";

  @Test
  void aReportHasOneCanonicalText() throws NoSuchAlgorithmException {
    assertEquals(CANONICAL, ReportDigest.canonicalJson(REPORT));
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(CANONICAL.getBytes(StandardCharsets.UTF_8));
    assertEquals(HexFormat.of().formatHex(hash), ReportDigest.of(REPORT));
  }

  @Test
  void theOrderOfLinesTheSenderAndATestDecideNothing() {
    String digest = ReportDigest.of(REPORT);
    assertEquals(digest, ReportDigest.of(Reports.withTasks(REPORT, List.of(PLAIN, QUOTED))));
    assertEquals(
        digest,
        ReportDigest.of(
            Reports.withIndicators(
                REPORT,
                Reports.value("POSTS_CHANGE", "-0.250"),
                Reports.value("RECOMMENDATIONS", "1.500"))));
    assertEquals(digest, ReportDigest.of(Reports.sent(REPORT, "ai đó", Instant.EPOCH)));
    assertEquals(digest, ReportDigest.of(Reports.withTest(REPORT, true)));
  }

  @Test
  void everythingElseIsContent() {
    String digest = ReportDigest.of(REPORT);
    LocalDate day = REPORT.asOf();
    for (ProgressReport other :
        List.of(
            Reports.of(REPORT, "38", "CTCT-2024", "2024-Q1", day),
            Reports.of(REPORT, "40", "KH03-2024", "2024-Q1", day),
            Reports.of(REPORT, "40", "CTCT-2024", "2024-S1", day),
            Reports.of(REPORT, "40", "CTCT-2024", "2024-Q1", day.minusDays(1)),
            Reports.withRevision(REPORT, 3),
            Reports.withNil(REPORT, true),
            Reports.withKind(REPORT, ReportKind.WITHDRAW),
            Reports.withTasks(REPORT, List.of(QUOTED)),
            Reports.withIndicators(REPORT),
            Reports.withTasks(REPORT, List.of(QUOTED, Reports.open("T10", "2024-05-01", 0))),
            Reports.withTasks(
                REPORT, List.of(QUOTED, Reports.assigned(PLAIN, "SECRETARIAT", "CADRES"))),
            Reports.withTasks(
                REPORT, List.of(QUOTED, Reports.assigned(PLAIN, "POLITBURO", "OTHER"))))) {
      assertNotEquals(digest, ReportDigest.of(other), other::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.000", "-0.0", "0E+5", "0E-9"})
  void everyZeroIsTheSame(String zero) {
    assertEquals("0.000", Reports.value("POSTS", zero).value().toPlainString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"999999999999999.999", "-999999999999999.999", "1E+14", "0.001", "1.5000000"})
  void aValueHasAtMostFifteenDigitsBeforeAndThreeAfterThePoint(String value) {
    assertEquals(0, Reports.value("POSTS", value).value().compareTo(new BigDecimal(value)), value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1000000000000000", "1E+15", "0.0001", "1E+999999999", "1E-999999999", "1.0005"})
  void anyOtherValueIsRefused(String value) {
    assertThrows(ArithmeticException.class, () -> Reports.value("POSTS", value));
  }

  @Test
  void anyReportHasTheTextAndTheDigestOfThePlainOne() throws NoSuchAlgorithmException {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    for (long seed = 1; seed <= 3_000; seed++) {
      ProgressReport report = new OddReports(seed).report();
      byte[] plain = PlainCanonicalJson.of(report).getBytes(StandardCharsets.UTF_8);
      assertEquals(
          new String(plain, StandardCharsets.UTF_8),
          ReportDigest.canonicalJson(report),
          "seed " + seed);
      assertEquals(
          HexFormat.of().formatHex(sha.digest(plain)), ReportDigest.of(report), "seed " + seed);
    }
  }

  @Test
  void aVeryLongReportLeavesNothingBehindForTheNext() {
    String digest = ReportDigest.of(REPORT);
    TaskLine longest = Reports.assigned(PLAIN, "x".repeat(1_200_000), "\u0001".repeat(1_000));
    ProgressReport report = Reports.withTasks(REPORT, List.of(longest));
    assertEquals(PlainCanonicalJson.of(report), ReportDigest.canonicalJson(report));
    assertEquals(digest, ReportDigest.of(REPORT));
  }
}
