package vn.tonghop.standalone.rollup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.cluster.Deployment;
import vn.tonghop.standalone.cluster.RunProcess;

/**
 * Of two instances on three brokers one is killed under load: the other takes its place, and the
 * figures end as if nothing had happened. How long that takes, with and without a standby, is
 * measured with {@code -Dtonghop.failover.standbys=1,0 -Dtonghop.failover.kills=6
 * -Dtonghop.failover.reports=60000}.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class KilledInstanceTest {

  private static final int KILLS = Integer.getInteger("tonghop.failover.kills", 1);
  private static final int REPORTS = Integer.getInteger("tonghop.failover.reports", 1_200);
  private static final int[] STANDBYS =
      Arrays.stream(System.getProperty("tonghop.failover.standbys", "1").split(",", -1))
          .mapToInt(Integer::parseInt)
          .toArray();
  private static final long SEED = Long.getLong("tonghop.failover.seed", 64);

  private static final List<String> NAMES = List.of("roll-up-1", "roll-up-2");
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration LOADED = Duration.ofMinutes(15);

  private final Path folder;

  KilledInstanceTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void ofTwoInstancesOneIsKilledUnderLoadAndTheOtherGoesOnWithNothingLostOrDoubled()
      throws Exception {
    try (Deployment deployment = Deployment.start(folder, SomeReports.provinces());
        PersistentSender sender =
            new PersistentSender(deployment.settings(), SomeReports.random(SEED, REPORTS));
        Probe probe = new Probe(deployment)) {
      UpLedger ledger = new UpLedger(deployment.config());
      int share = REPORTS / (1 + STANDBYS.length * KILLS);
      sender.allow(REPORTS - share * STANDBYS.length * KILLS);
      for (int standbys : STANDBYS) {
        try (Pair pair = new Pair(deployment, standbys)) {
          ledger.awaitSettled(LOADED);
          for (int i = 1; i <= KILLS; i++) {
            kill(pair, i, sender, share, probe);
          }
          ledger.awaitSettled(PATIENCE);
        }
      }
      Map<SourceRecord, ProgressReport> all = new HashMap<>(sender.join());
      all.putAll(probe.sent());
      Pair last = new Pair(deployment, 0);
      try (last) {
        ledger.awaitSettled(PATIENCE);
      }
      ledger.assertRight(all);
    }
  }

  private static void kill(Pair pair, int number, PersistentSender sender, int share, Probe probe)
      throws IOException {
    int before = sender.acknowledgements();
    String name = NAMES.get(number % NAMES.size());
    sender.allow(share / 2);
    Await.until(
        "reports are under way", PATIENCE, () -> sender.acknowledgements() >= before + share / 4);
    long killed = System.nanoTime();
    pair.kill(name);
    // They keep coming while nobody has given the dead one up.
    sender.allow(share - share / 2);
    probe.send();
    Duration took = probe.awaitTables(killed, PATIENCE);
    System.out.println(
        "failover: %d standby, kill %d, of %s: all tables right again after %.1f s"
            .formatted(pair.standbys(), number, name, took.toMillis() / 1_000.0));
    pair.startAgain(name);
  }

  /** Two instances that share the tasks. */
  private static final class Pair implements AutoCloseable {
    private final Deployment deployment;
    private final int standbys;
    private final Map<String, RunProcess> running = new HashMap<>();

    Pair(Deployment deployment, int standbys) throws IOException {
      this.deployment = deployment;
      this.standbys = standbys;
      for (String name : NAMES) {
        running.put(name, start(name));
      }
      running.values().forEach(RunProcess::awaitReady);
    }

    private RunProcess start(String name) throws IOException {
      return deployment.run(name, Map.of("num.standby.replicas", Integer.toString(standbys)));
    }

    int standbys() {
      return standbys;
    }

    void kill(String name) {
      running.get(name).kill();
    }

    /** Returns when it has tasks again. */
    void startAgain(String name) throws IOException {
      running.put(name, start(name).awaitReady());
    }

    @Override
    public void close() {
      running.values().forEach(RunProcess::end);
    }
  }
}
