package vn.tonghop.bench.latency;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.tonghop.bench.cluster.Cluster;
import vn.tonghop.bench.cluster.Jvm;
import vn.tonghop.bench.live.Awaited;
import vn.tonghop.bench.live.Latencies;
import vn.tonghop.bench.live.OpenLoop;
import vn.tonghop.bench.live.Outgoing;
import vn.tonghop.bench.live.Progress;
import vn.tonghop.bench.live.RollUpProcess;
import vn.tonghop.bench.live.TableReader;

/** A roll-up at work, and loads put on it one after the other. */
final class LiveRun implements AutoCloseable {

  private static final long LONGEST_WAIT_MS = 60_000;
  private static final double MOST_UNSEEN = 0.001;
  private static final long HEAD_START = TimeUnit.MILLISECONDS.toNanos(100);

  private final Cluster cluster;
  private final RollUpProcess process;
  private final Progress progress;
  private final OpenLoop sender;

  LiveRun(Jvm jvm, Cluster cluster, Path folder, Outgoing reports) throws IOException {
    this.cluster = cluster;
    this.process = RollUpProcess.start(jvm, cluster, folder, Map.of());
    this.progress = new Progress(cluster, process);
    this.sender = new OpenLoop(cluster, reports);
  }

  /**
   * Lets it read what is there already: the JVM warms up, and the rate shows what it can do.
   *
   * @return reports a second from the moment when half have passed the last stage, each counted for
   *     the half of its way that it still had to go where the first stage has run ahead
   */
  double drain(long reports) throws InterruptedException {
    long half = reports / 2;
    long from = progress.awaitPassed(half);
    double left = (reports - progress.read() + reports - half) / 2.0;
    long to = progress.awaitSettled();
    return left * TimeUnit.SECONDS.toNanos(1) / (to - from);
  }

  /**
   * Puts a load on it. A report that is taken back before anybody could see it is in no table; so
   * many are few, and told.
   *
   * @throws IllegalStateException if one in a thousand is not seen within a minute after the last
   *     was sent
   */
  Load.Result put(Load load) throws InterruptedException {
    progress.awaitSettled();
    long start = System.nanoTime() + HEAD_START;
    Latencies latencies = new Latencies(start + TimeUnit.SECONDS.toNanos(load.warmUp()));
    Awaited awaited = new Awaited(latencies);
    try (TableReader reader = TableReader.start(cluster, awaited::seen)) {
      long count = (long) load.perSecond() * (load.warmUp() + load.seconds());
      sender.send(start, load.perSecond(), sent -> sent < count, awaited);
      if (!awaited.awaitAll(LONGEST_WAIT_MS)) {
        reader.requireReading();
        process.requireRunning();
        if (awaited.open() > count * MOST_UNSEEN) {
          throw new IllegalStateException(awaited.open() + " reports in no table after a minute");
        }
      }
    }
    return new Load.Result(load, latencies, awaited.open());
  }

  @Override
  public void close() {
    try {
      sender.close();
    } finally {
      process.close();
    }
  }
}
