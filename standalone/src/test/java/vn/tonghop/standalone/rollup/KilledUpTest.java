package vn.tonghop.standalone.rollup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.producer.settings.Settings;
import vn.tonghop.standalone.TestPort;

/**
 * However often {@code up} is killed in a load, whenever that is, nothing that it acknowledged is
 * lost and nothing counts twice. In full with {@code -Dtonghop.kill.kills=30
 * -Dtonghop.kill.reports=20000}; another campaign with {@code -Dtonghop.kill.seed=}.
 */
@Tag("built")
class KilledUpTest {

  private static final int KILLS = Integer.getInteger("tonghop.kill.kills", 3);
  private static final int REPORTS = Integer.getInteger("tonghop.kill.reports", 1_500);
  private static final long SEED = Long.getLong("tonghop.kill.seed", 3_009);

  /** From the start of the process, every third time; else from when it is ready. */
  private static final int LATEST_MS = 6_000;

  private final Random random = new Random(SEED);
  private final Path folder;

  KilledUpTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void whateverTheMomentOfAKillNothingIsLostAndNothingCountsTwice() throws Exception {
    String broker = Integer.toString(TestPort.free());
    String registry = Integer.toString(TestPort.free());
    String[] ports = {"--broker-port", broker, "--registry-port", registry};
    Path data = folder.resolve("data");
    Settings settings;
    try (UpProcess first = UpProcess.start(data, ports)) {
      first.awaitReady();
      settings = first.settings();
      first.kill();
    }
    int share = REPORTS / (KILLS + 1);
    try (PersistentSender sender =
        new PersistentSender(settings, SomeReports.random(SEED, REPORTS))) {
      for (int i = 1; i <= KILLS; i++) {
        sender.allow(share);
        try (UpProcess up = UpProcess.start(data, ports)) {
          liveAndDie(i, up, sender);
        }
      }
      sender.allow(REPORTS - KILLS * share);
      try (UpProcess last = UpProcess.start(data, ports)) {
        System.out.println("kill: last start took " + last.awaitReady().toMillis() + " ms");
        Map<SourceRecord, ProgressReport> acknowledged = sender.join();
        UpLedger ledger = new UpLedger(last.config());
        ledger.awaitSettled(Duration.ofMinutes(5));
        ledger.assertRight(acknowledged);
        System.out.println(
            "kill: seed %d, %d kills, %d reports acknowledged, %d sent again: all right"
                .formatted(SEED, KILLS, acknowledged.size(), sender.resent()));
      }
    }
  }

  private void liveAndDie(int number, UpProcess up, PersistentSender sender) throws Exception {
    boolean whileItStarts = number % 3 == 0;
    Duration moment = Duration.ofMillis(random.nextInt(LATEST_MS));
    Duration start = whileItStarts ? Duration.ZERO : up.awaitReady();
    LockSupport.parkNanos(moment.toNanos());
    up.kill();
    System.out.println(
        "kill %d: %d ms after %s, %d acknowledged"
            .formatted(
                number,
                moment.toMillis(),
                whileItStarts
                    ? "the start"
                    : "ready (which took %d ms)".formatted(start.toMillis()),
                sender.acknowledgements()));
  }
}
