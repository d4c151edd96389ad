package vn.tonghop.standalone.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.monitor.lag.Lag;
import vn.tonghop.monitor.lag.LagWatch;
import vn.tonghop.monitor.lag.Limits;
import vn.tonghop.monitor.lag.Seen;
import vn.tonghop.monitor.lag.Stage;
import vn.tonghop.monitor.lag.Target;
import vn.tonghop.monitor.lag.Verdict;
import vn.tonghop.producer.ReportPublisher;
import vn.tonghop.standalone.Await;
import vn.tonghop.standalone.Invocation;
import vn.tonghop.standalone.cluster.Deployment;
import vn.tonghop.standalone.cluster.RunProcess;
import vn.tonghop.streams.topology.InternalTopics;

/**
 * Minutes of traffic without the roll-up, on three brokers: what is said of it then, and while it
 * catches up. It takes longer than these, so that its name is none of a test that each build runs;
 * {@link LagAndMonitorTest} has the same within seconds.
 */
@Timeout(value = 90, unit = TimeUnit.MINUTES)
class StoppedForMinutes {

  private static final Duration STOPPED =
      Duration.ofMinutes(Integer.getInteger("tonghop.stopped.minutes", 10));

  /** Reports a second, over all provinces. */
  private static final int RATE = Integer.getInteger("tonghop.stopped.rate", 200);

  /** The same from the restart on, when brokers and senders share two cores with the roll-up. */
  private static final int RATE_AFTER = Integer.getInteger("tonghop.stopped.after", RATE / 10);

  private static final Duration PATIENCE = Duration.ofMinutes(30);

  /** As {@code lag --watch} does. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  /** How far a time to catch up may be off in the median. */
  private static final double TOLERANCE = 0.3;

  private static final double MILLIS = 1000;
  private static final double PERCENT = 100;

  /** The broker tells these. */
  private static final double MILLISECONDS = 0.002;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  StoppedForMinutes(@TempDir Path folder) {
    this.folder = folder;
  }

  /**
   * One look at all provinces' topics, and at what is made of them.
   *
   * @param waiting records, over all
   * @param judged records that wait to be made tables of
   * @param toCatchUp seconds that the one takes that takes longest; NaN if it is not told of each
   */
  private record Picture(Instant at, long waiting, long judged, Verdict worst, double toCatchUp) {

    /** Each report is to be judged, and then to be made tables of. */
    long work() {
      return 2 * waiting + judged;
    }

    static Picture of(Seen seen) {
      long waiting = 0;
      long judged = 0;
      Verdict worst = Verdict.OK;
      double toCatchUp = 0;
      for (Seen.At each : seen.places()) {
        Lag lag = each.lag();
        if (each.place().stage() == Stage.INTAKE) {
          waiting += lag.records();
        } else {
          judged += lag.records();
        }
        worst = lag.verdict().compareTo(worst) > 0 ? lag.verdict() : worst;
        if (lag.verdict() != Verdict.OK) {
          Duration time = lag.toCatchUp();
          toCatchUp = Math.max(toCatchUp, time == null ? Double.NaN : seconds(time));
        }
      }
      return new Picture(seen.at(), waiting, judged, worst, toCatchUp);
    }

    /** What the command prints that looks twice and ends. */
    static Picture printed(Instant at, List<String> lines) throws IOException {
      long waiting = 0;
      long judged = 0;
      Verdict worst = Verdict.OK;
      double toCatchUp = 0;
      for (String line : lines) {
        JsonNode each = JSON.readTree(line);
        Verdict verdict = Verdict.valueOf(each.path("verdict").asText());
        worst = verdict.compareTo(worst) > 0 ? verdict : worst;
        if (each.path("stage").asText().equals("intake")) {
          waiting += each.path("lag").asLong();
        } else {
          judged += each.path("lag").asLong();
        }
        if (verdict != Verdict.OK) {
          toCatchUp = Math.max(toCatchUp, each.path("secondsToCatchUp").asDouble(Double.NaN));
        }
      }
      return new Picture(at, waiting, judged, worst, toCatchUp);
    }
  }

  @Test
  void stoppedIsToldWithTheRightSecondsAndLaggingWithATimeThatComesTrue() throws Exception {
    try (Deployment deployment = Deployment.start(folder, SomeReports.provinces());
        Traffic traffic = new Traffic(deployment);
        Admin admin = deployment.admin();
        LagWatch watch = watch(admin, deployment)) {
      RunProcess first = deployment.run("roll-up", Map.of()).awaitReady();
      traffic.begin();
      Await.until(
          "reports are decided as they come",
          PATIENCE,
          () -> traffic.sent() > RATE * 5 && look(watch).worst() == Verdict.OK);
      first.end();
      Thread.sleep(STOPPED.toMillis());
      assertStopped(deployment, traffic);

      traffic.goOnAt(RATE_AFTER);
      long backlog = look(watch).waiting();
      Instant begun = Instant.now();
      try (RunProcess again = deployment.run("roll-up", Map.of())) {
        List<Picture> pictures = new ArrayList<>();
        List<Picture> printed = new ArrayList<>();
        do {
          Thread.sleep(LOOK_EVERY.toMillis());
          pictures.add(look(watch));
          // Once: it takes as much of the machine as a roll-up's start.
          if (printed.isEmpty() && last(pictures).worst() == Verdict.LAGGING) {
            printed.add(Picture.printed(Instant.now(), lag(deployment).lines()));
          }
        } while (last(pictures).worst() != Verdict.OK);
        assertTrue(!again.hasEnded(), again::output);
        System.out.printf("started again: %d reports wait%n", backlog);
        tell("lag --watch", begun, pictures, last(pictures).at());
        tell("lag", begun, printed, last(pictures).at());
        assertComesTrue(backlog, pictures);
      }
    }
  }

  /** By the command, and record by record: that at the committed offset was sent so long ago. */
  private static void assertStopped(Deployment deployment, Traffic traffic) throws IOException {
    Instant before = Instant.now();
    Invocation lag = lag(deployment);
    Instant after = Instant.now();
    assertEquals(1, lag.exit(), lag.err());
    int units = 0;
    for (String line : lag.lines()) {
      JsonNode each = JSON.readTree(line);
      if (each.path("stage").asText().equals("intake")) {
        assertEquals("STOPPED", each.path("verdict").asText(), line);
        Sent next =
            traffic.at(
                new SourceRecord(each.path("topic").asText(), 0, each.path("committed").asLong()));
        double least = seconds(Duration.between(next.acknowledged(), before));
        double most = seconds(Duration.between(next.sent(), after));
        double waits = each.path("lagSeconds").asDouble();
        assertTrue(
            waits >= least && waits <= most + MILLISECONDS, least + " to " + most + ": " + line);
        if (units++ == 0) {
          System.out.printf("stopped: it says %.1f s, right is %.1f to %.1f%n", waits, least, most);
        }
      }
    }
    assertEquals(SomeReports.provinces().size(), units);
  }

  private static Invocation lag(Deployment deployment) {
    return Invocation.of(
        "lag", "--format", "json", "--bootstrap", deployment.settings().bootstrap());
  }

  private static void tell(String who, Instant begun, List<Picture> pictures, Instant end) {
    for (Picture each : pictures) {
      System.out.printf(
          "%s, %.1f s after the start: %d and %d wait, %s, to take %.1f s, took %.1f s%n",
          who,
          seconds(Duration.between(begun, each.at())),
          each.waiting(),
          each.judged(),
          each.worst(),
          each.toCatchUp(),
          seconds(Duration.between(each.at(), end)));
    }
  }

  /** From the look on at which half of them are done, until a tenth is left. */
  private static void assertComesTrue(long backlog, List<Picture> pictures) {
    Instant end = last(pictures).at();
    List<Picture> judged =
        pictures.stream()
            .filter(each -> each.work() <= backlog && each.work() > backlog / 5)
            .toList();
    assertTrue(!judged.isEmpty(), "a longer or denser traffic is needed: it was too fast");
    List<Double> off = new ArrayList<>();
    for (Picture each : judged) {
      assertEquals(Verdict.LAGGING, each.worst());
      double took = seconds(Duration.between(each.at(), end));
      off.add(Math.abs(each.toCatchUp() - took) / took);
    }
    off.sort(null);
    double median = off.get(off.size() / 2);
    System.out.printf("the time to catch up was off by %.0f %% in the median%n", median * PERCENT);
    assertTrue(median <= TOLERANCE, off.toString());
  }

  private static LagWatch watch(Admin admin, Deployment deployment) {
    return new LagWatch(
        admin,
        deployment.config(),
        new Target(Ground.APPLICATION, InternalTopics.sources(Ground.APPLICATION), Set.of()),
        Limits.DEFAULT,
        InstantSource.system());
  }

  private static Picture look(LagWatch watch) {
    try {
      return Picture.of(watch.look());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Picture last(List<Picture> pictures) {
    return pictures.get(pictures.size() - 1);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / MILLIS;
  }

  /** When a report went out, and when the broker had it at the latest. */
  private record Sent(Instant sent, Instant acknowledged) {}

  /** Corrections of all provinces on two programmes, evenly until it is closed. */
  private static final class Traffic implements AutoCloseable {

    private static final int TICKS = 20;

    private final List<String> units = SomeReports.provinces();
    private final ReportPublisher publisher;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Map<SourceRecord, Sent> places = new ConcurrentHashMap<>();
    private volatile int sent;
    private volatile int rate = RATE;

    Traffic(Deployment deployment) {
      publisher = ReportPublisher.open(deployment.settings());
    }

    void begin() {
      var unused = clock.scheduleAtFixedRate(this::tick, 0, 1_000 / TICKS, TimeUnit.MILLISECONDS);
    }

    int sent() {
      return sent;
    }

    /** From the next tick on. */
    void goOnAt(int reportsASecond) {
      rate = reportsASecond;
    }

    private void tick() {
      int next = sent;
      for (int i = 0; i < rate / TICKS; i++) {
        Instant now = Instant.now();
        var unused =
            publisher
                .publish(report(next++))
                .thenAccept(place -> places.put(place, new Sent(now, Instant.now())));
      }
      sent = next;
    }

    /** What stands there. */
    Sent at(SourceRecord place) {
      return Objects.requireNonNull(places.get(place), () -> "nothing was sent to " + place);
    }

    private ProgressReport report(int number) {
      int round = number / units.size();
      return SomeReports.right(
          units.get(number % units.size()),
          SomeReports.PROGRAMMES.get(round % SomeReports.PROGRAMMES.size()),
          "2024-Q1",
          1 + round / SomeReports.PROGRAMMES.size());
    }

    @Override
    public void close() {
      clock.shutdownNow();
      publisher.close();
    }
  }
}
