package vn.tonghop.producer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import vn.tonghop.producer.Brokers;

/** What is sent in a person's name is asked for first. */
class OneReportCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> asked = new ArrayList<>();
  private final MockProducer<String, byte[]> kafka =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

  @Test
  void whoSaysNoSendsNothing() {
    assertEquals(1, run(false, "40", "CTCT-2024", "2024-Q1"));
    assertEquals(
        List.of(
            "Gửi báo cáo \"không phát sinh\" của đơn vị 40 Nghệ An cho CTCT-2024, kỳ 2024-Q1? Hiện"
                + " không có báo cáo nào được tính. [c/K]"),
        asked);
    assertEquals(List.of(), kafka.history());
    assertEquals("không gửi\n", err.toString());
  }

  @Test
  void whoSaysYesSendsAndIsToldThatNobodyAnswers() {
    assertEquals(1, run(true, "40", "CTCT-2024", "2024-Q1"));
    assertEquals(1, kafka.history().size());
    assertEquals(1, asked.size());
    assertTrue(err.toString().contains("chưa có biên nhận"), err.toString());
  }

  @Test
  void withYesNobodyIsAsked() {
    assertEquals(1, run(false, "40", "CTCT-2024", "2024-Q1", "--yes"));
    assertEquals(1, kafka.history().size());
    assertEquals(List.of(), asked);
  }

  @Test
  void whatHasErrorsIsNotAskedForButAnswered() {
    assertEquals(1, run(true, "40", "CTCT-2024", "2024-Q1", "--as-of", "2025-01-01"));
    assertEquals(List.of(), asked);
    assertEquals(List.of(), kafka.history());
    assertTrue(out.toString().contains("E07 asOf: "), out.toString());
  }

  private int run(boolean answer, String... arguments) {
    Links links =
        new Links(
            settings -> Brokers.publisher(kafka, "40"),
            settings -> Brokers.receiptsOfNothing("40"),
            settings -> Brokers.nothingSent("40"),
            Duration.ofMillis(300));
    NilCommand command =
        new NilCommand(
            links,
            question -> {
              asked.add(question);
              return answer;
            });
    CommandLine line =
        new CommandLine(command).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    List<String> all = new ArrayList<>(List.of("--lang", "vi"));
    all.addAll(List.of(arguments));
    return line.execute(all.toArray(String[]::new));
  }
}
