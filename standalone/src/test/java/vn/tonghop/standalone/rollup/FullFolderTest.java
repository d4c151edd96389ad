package vn.tonghop.standalone.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.standalone.Folders;

/**
 * A folder full of reports: it starts soon after a clean end, on a copy, and after a kill, within
 * its memory. In full with {@code -Dtonghop.up.reports=100000}.
 */
@Tag("built")
class FullFolderTest {

  private static final int REPORTS = Integer.getInteger("tonghop.up.reports", 2_000);
  private static final int FULL = 100_000;
  private static final long SEED = 19;
  private static final Duration LONGEST_START = Duration.ofSeconds(20);

  /** The bounds of docs/up.md, in MiB. */
  private static final long UP_MIB = 1_400;

  private static final long REGISTRY_MIB = 450;

  private final Path folder;

  FullFolderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void itStartsSoonAfterACleanEndAndAfterAKillWithinItsMemory() throws Exception {
    Path data = folder.resolve("data");
    Map<SourceRecord, ProgressReport> acknowledged;
    try (UpProcess up = UpProcess.start(data)) {
      say("first start", up.awaitReady());
      long begun = System.nanoTime();
      acknowledged = load(up);
      say("load and roll-up", Duration.ofNanos(System.nanoTime() - begun));
      assertMemory("after the load", up);
      assertEquals(0, up.end(), up::error);
    }
    System.out.println(
        "up: folder of " + mib(data) + " MiB, state " + mib(data.resolve("roll-up")));
    putBackFromACopy(data);
    try (UpProcess up = UpProcess.start(data)) {
      assertSoon("start after a clean end", up);
      assertMemory("after a clean end", up);
      up.kill();
    }
    try (UpProcess up = UpProcess.start(data)) {
      assertSoon("start after a kill", up);
      assertMemory("after a kill", up);
      // Ready means that it really rolls up: what comes now is judged by the state that it had.
      UpLedger ledger = new UpLedger(up.config());
      ledger.awaitSettled(Duration.ofMinutes(2));
      ledger.assertRight(acknowledged);
      assertEquals(0, up.end(), up::error);
    }
  }

  /** As docs/backup.md has it: what follows lives on the copy. */
  private void putBackFromACopy(Path data) throws IOException {
    Path copy = folder.resolve("copy");
    Folders.copy(data, copy);
    Folders.delete(data);
    Folders.copy(copy, data);
  }

  private static Map<SourceRecord, ProgressReport> load(UpProcess up) throws Exception {
    try (PersistentSender sender =
        new PersistentSender(up.settings(), SomeReports.random(SEED, REPORTS))) {
      sender.allow(REPORTS);
      Map<SourceRecord, ProgressReport> acknowledged = sender.join();
      new UpLedger(up.config()).awaitSettled(Duration.ofMinutes(15));
      return acknowledged;
    }
  }

  private static void assertSoon(String what, UpProcess up) {
    Duration took = up.awaitReady();
    say(what, took);
    if (REPORTS == FULL) {
      assertTrue(took.compareTo(LONGEST_START) < 0, () -> what + " took " + took);
    }
  }

  private static void assertMemory(String when, UpProcess up) throws IOException {
    Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/status")), "needs /proc");
    long own = peak(up.pid());
    long registry = 0;
    for (ProcessHandle child : up.children()) {
      registry = Math.max(registry, peak(child.pid()));
    }
    System.out.println(
        "up: peak memory %s: %d MiB, registry %d MiB".formatted(when, own, registry));
    assertTrue(own > 0 && own < UP_MIB, "up took " + own + " MiB");
    assertTrue(registry > 0 && registry < REGISTRY_MIB, "the registry took " + registry + " MiB");
  }

  /** Largest resident size so far, in MiB. */
  private static long peak(long pid) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
      }
    }
    return 0;
  }

  private static long mib(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(each);
      }
    }
    return bytes >> 20;
  }

  private static void say(String what, Duration took) {
    System.out.println(
        "up: %s with %d reports took %.1f s".formatted(what, REPORTS, took.toMillis() / 1000.0));
  }
}
