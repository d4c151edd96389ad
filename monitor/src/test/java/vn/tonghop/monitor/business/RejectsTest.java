package vn.tonghop.monitor.business;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class RejectsTest {

  @Test
  void aRecordWithTwoCodesCountsInBothAndItsUnitIsThatOfItsTopic() {
    Rejects rejects = new Rejects();
    rejects.take(headers("tonghop.reports.40", "E02,E09"));
    rejects.take(headers("tonghop.reports.40", "E09"));
    rejects.take(headers("tonghop.reports.X-BTCTW", "E01"));
    rejects.take(headers("elsewhere", "E03"));
    assertEquals(
        List.of(
            new Rejects.Count("", "E03", 1),
            new Rejects.Count("40", "E02", 1),
            new Rejects.Count("40", "E09", 2),
            new Rejects.Count("X-BTCTW", "E01", 1)),
        rejects.counts());
  }

  @Test
  void whatHasNoHeadersIsPassedOver() {
    Rejects rejects = new Rejects();
    rejects.take(new RecordHeaders());
    assertEquals(List.of(), rejects.counts());
  }

  @Test
  void aRowOfRejectionsEndsWithAnyOtherOutcome() {
    Streaks streaks = new Streaks();
    streaks.take("tonghop.receipts.40", "REJECTED");
    streaks.take("tonghop.receipts.40", "REJECTED");
    streaks.take("tonghop.receipts.75", "ACCEPTED");
    assertEquals(Map.of("40", 2, "75", 0), streaks.byUnit());
    streaks.take("tonghop.receipts.40", "DUPLICATE");
    streaks.take("tonghop.receipts.75", "REJECTED");
    assertEquals(Map.of("40", 0, "75", 1), streaks.byUnit());
  }

  private static Headers headers(String topic, String codes) {
    return new RecordHeaders()
        .add("tonghop.topic", topic.getBytes(StandardCharsets.UTF_8))
        .add("tonghop.codes", codes.getBytes(StandardCharsets.UTF_8));
  }
}
