package vn.tonghop.schemas.topic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which of a cluster's topics can be read. */
class ReportTopicsTest {

  @Test
  void aReportsTopicIsReadableOnceItsOwnReceiptsTopicIsThere() {
    ReportTopics topics =
        ReportTopics.among(
            Set.of(
                "tonghop.reports.75",
                "tonghop.reports.X-CQTW",
                "tonghop.reports.40",
                "tonghop.receipts.40",
                "tonghop.receipts.X-CQTW",
                "tonghop.reports.4",
                "tonghop.receipts.22"));
    assertEquals(
        List.of("tonghop.reports.40", "tonghop.reports.X-CQTW"), List.copyOf(topics.readable()));
    assertEquals(
        List.of("tonghop.reports.4", "tonghop.reports.75"), List.copyOf(topics.unanswerable()));
  }

  @Test
  void whatIsNoUnitsTopicIsNeither() {
    assertEquals(
        ReportTopics.NONE,
        ReportTopics.among(
            Set.of(
                "tonghop.reports.",
                "tonghop.reports.a.b",
                "tonghop.reports.40.copy",
                "my.tonghop.reports.40",
                "tonghop.dead-letters")));
  }
}
