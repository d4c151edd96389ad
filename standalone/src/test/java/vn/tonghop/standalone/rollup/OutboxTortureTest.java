package vn.tonghop.standalone.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Outcome;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.producer.file.Place;
import vn.tonghop.producer.file.ReportJson;
import vn.tonghop.producer.outbox.HandOver;
import vn.tonghop.producer.outbox.OutboxFolder;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.standalone.TestPort;

/**
 * However often the outbox and the broker are killed, whenever that is, each report that was handed
 * over counts once, in order. In full with {@code -Dtonghop.outbox.kills=200
 * -Dtonghop.outbox.reports=2000}; another campaign with {@code -Dtonghop.outbox.seed=}.
 */
@Tag("built")
class OutboxTortureTest {

  private static final int KILLS = Integer.getInteger("tonghop.outbox.kills", 4);
  private static final int REPORTS = Integer.getInteger("tonghop.outbox.reports", 100);
  private static final long SEED = Long.getLong("tonghop.outbox.seed", 4_011);

  private static final String UNIT = "40";

  /** Every fourth time the broker is killed, else the outbox. */
  private static final int BROKERS_TURN = 4;

  /** From when it runs: mostly in the midst. A machine may be too slow to get far from a start. */
  private static final int LATEST_MS = 4_000;

  /** Of so many starts one is not waited for, so that it is killed before it does anything. */
  private static final int TOO_EARLY = 4;

  private static final int MOST_IN_A_FILE = 9;
  private static final List<String> LABELS =
      List.of("2024-M01", "2024-Q1", "2024-M05", "2024-Q2", "2024-M09", "2024-Q4", "2024-A1");

  private final Random random = new Random(SEED);
  private final Path folder;
  private final List<ProgressReport> handedOver = new ArrayList<>();
  private final Map<String, Integer> revisions = new HashMap<>();

  OutboxTortureTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void whateverIsKilledWheneverEachReportCountsOnceAndInOrder() throws Exception {
    String broker = Integer.toString(TestPort.free());
    String registry = Integer.toString(TestPort.free());
    String[] ports = {"--broker-port", broker, "--registry-port", registry};
    Path data = folder.resolve("data");
    Path outbox = folder.resolve("outbox");
    HandOver in = handOver(OutboxFolder.open(outbox, UNIT));
    UpProcess up = UpProcess.start(data, ports);
    @Nullable OutboxProcess sender = null;
    try {
      up.awaitReady();
      Settings settings = up.settings();
      for (int i = 1; i <= KILLS; i++) {
        if (sender == null) {
          sender = OutboxProcess.start(outbox, settings);
          if (random.nextInt(TOO_EARLY) > 0) {
            sender.awaitRunning();
          }
        }
        Duration moment = Duration.ofMillis(random.nextInt(LATEST_MS));
        fill(in, REPORTS * i / (KILLS + 1));
        LockSupport.parkNanos(moment.toNanos());
        if (i % BROKERS_TURN == 0) {
          up.kill();
          up = UpProcess.start(data, ports);
        } else {
          sender.kill();
          sender = null;
        }
      }
      if (sender != null) {
        sender.kill();
      }
      fill(in, REPORTS);
      up.awaitReady();
      sender = OutboxProcess.start(outbox, settings, "--until-empty");
      assertEquals(0, sender.awaitEnd(Duration.ofMinutes(5)));
      UpLedger ledger = new UpLedger(up.config());
      ledger.awaitSettled(Duration.ofMinutes(5));
      ledger.assertRight(Map.of());
      assertRight(outbox, ledger.receipts(List.of(UNIT)));
    } finally {
      up.close();
      if (sender != null) {
        sender.close();
      }
    }
  }

  /** Hands over until there are so many reports, in files of a few. */
  private void fill(HandOver in, int reports) throws IOException {
    while (handedOver.size() < reports) {
      int count = Math.min(1 + random.nextInt(MOST_IN_A_FILE), reports - handedOver.size());
      List<ProgressReport> some = Stream.generate(this::next).limit(count).toList();
      Path file = folder.resolve("reports.jsonl");
      Files.write(file, some.stream().map(ReportJson::write).toList());
      assertEquals(new HandOver.Result(count, 0), in.take(file));
      handedOver.addAll(some);
    }
  }

  private ProgressReport next() {
    String programme = SomeReports.PROGRAMMES.get(random.nextInt(2));
    String label = LABELS.get(random.nextInt(LABELS.size()));
    int revision = revisions.merge(programme + label, 1, Integer::sum);
    return SomeReports.right(UNIT, programme, label, revision);
  }

  private static HandOver handOver(OutboxFolder outbox) {
    HandOver.Rules rules =
        new HandOver.Rules(
            SomeReports.REFERENCE,
            Ground.REGIME,
            false,
            (reply, lang) -> reply.receipt().outcome().name());
    return new HandOver(
        outbox,
        rules,
        new HandOver.Told() {
          @Override
          public void findings(Place place, FindingList findings) {}

          @Override
          public void unsent(Receipt receipt) {}
        });
  }

  private void assertRight(Path outbox, List<Receipt> receipts) throws IOException {
    List<String> expected = handedOver.stream().map(each -> key(each)).toList();
    List<Receipt> inOrder =
        receipts.stream().sorted(Comparator.comparing(each -> each.source().offset())).toList();
    // Whatever came twice, the first time it came in its turn.
    assertEquals(
        expected,
        inOrder.stream()
            .filter(each -> each.outcome() != Outcome.DUPLICATE)
            .map(OutboxTortureTest::key)
            .toList(),
        "seed " + SEED);
    assertTrue(
        receipts.stream().allMatch(each -> isAcceptedOrDuplicate(each.outcome())), "seed " + SEED);
    List<JsonNode> answers = answers(outbox);
    assertEquals(expected, answers.stream().map(OutboxTortureTest::key).toList(), "seed " + SEED);
    assertTrue(
        answers.stream()
            .allMatch(
                each -> isAcceptedOrDuplicate(Outcome.valueOf(each.path("outcome").asText()))),
        "seed " + SEED);
    assertTellsWhatWasReplaced(outbox);
    System.out.println(
        "outbox: seed %d, %d kills, %d reports, %d sent again: all right"
            .formatted(SEED, KILLS, REPORTS, receipts.size() - expected.size()));
  }

  /** Also those that another process of the outbox had read before, which was killed. */
  private void assertTellsWhatWasReplaced(Path outbox) throws IOException {
    String told = texts(outbox).replaceAll("\\n +", " ");
    for (ProgressReport report : handedOver) {
      String did =
          report.revision() == 1
              ? " as revision 1, the first report of the period; "
              : " as revision %d, replaces revision %d of "
                  .formatted(report.revision(), report.revision() - 1);
      String again = " revision %d: DUPLICATE of revision ".formatted(report.revision());
      String key = "\n40 %s %s".formatted(report.programme(), report.period());
      assertTrue(
          Pattern.compile(
                  Pattern.quote(key)
                      + "(: ACCEPTED( with warnings)?%s|%s)"
                          .formatted(Pattern.quote(did), Pattern.quote(again)))
              .matcher(told)
              .find(),
          () -> "seed " + SEED + ": " + key(report));
    }
  }

  private static String texts(Path outbox) throws IOException {
    StringBuilder told = new StringBuilder();
    try (Stream<Path> files = Files.list(outbox.resolve("done"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".txt")).toList()) {
        told.append(Files.readString(file));
      }
    }
    return told.toString();
  }

  private static boolean isAcceptedOrDuplicate(Outcome outcome) {
    return outcome.isAccepted() || outcome == Outcome.DUPLICATE;
  }

  /** What stands beside the reports, in the order in which they were handed over. */
  private static List<JsonNode> answers(Path outbox) throws IOException {
    try (Stream<Path> files = Files.list(outbox.resolve("done"))) {
      List<Path> sorted =
          files.filter(each -> each.toString().endsWith(".receipts.jsonl")).sorted().toList();
      List<JsonNode> answers = new ArrayList<>();
      for (Path file : sorted) {
        for (String line : Files.readAllLines(file)) {
          answers.add(new ObjectMapper().readTree(line));
        }
      }
      return answers;
    }
  }

  private static String key(ProgressReport report) {
    return Stream.of(report.programme(), report.period(), report.revision())
        .map(String::valueOf)
        .collect(Collectors.joining("|"));
  }

  private static String key(Receipt receipt) {
    return Stream.of(receipt.programme(), receipt.period(), receipt.revision())
        .map(String::valueOf)
        .collect(Collectors.joining("|"));
  }

  private static String key(JsonNode receipt) {
    return Stream.of("programme", "period", "revision")
        .map(name -> receipt.path(name).asText())
        .collect(Collectors.joining("|"));
  }
}
