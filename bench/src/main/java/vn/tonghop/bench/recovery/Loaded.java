package vn.tonghop.bench.recovery;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.KafkaException;
import vn.tonghop.bench.cluster.Cluster;
import vn.tonghop.bench.live.Awaited;
import vn.tonghop.bench.live.OpenLoop;
import vn.tonghop.bench.live.Outgoing;
import vn.tonghop.bench.live.Sighting;
import vn.tonghop.bench.live.TableReader;

/** Reports that keep coming, and a reader, whatever becomes of the roll-up meanwhile. */
final class Loaded implements AutoCloseable {

  private static final Sighting NOBODY = (intended, seen) -> {};

  private final AtomicBoolean stopped = new AtomicBoolean();
  private volatile Sighting sighting = NOBODY;
  private final Awaited awaited = new Awaited((sent, seen) -> sighting.record(sent, seen));
  private final OpenLoop sender;
  private final TableReader reader;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Future<?> sending;

  Loaded(Cluster cluster, Outgoing reports, int perSecond) {
    this.sender = new OpenLoop(cluster, reports);
    this.reader = TableReader.start(cluster, awaited::seen);
    Callable<Boolean> send =
        () -> {
          sender.send(System.nanoTime(), perSecond, sent -> !stopped.get(), awaited);
          return true;
        };
    this.sending = thread.submit(send);
  }

  /** Who is told from now on of each report that a table shows. */
  void tell(Sighting who) {
    sighting = who;
  }

  /**
   * Sends no more. Not each report that was sent has been in a table: what is taken back while the
   * roll-up is away never is.
   */
  void finish() throws InterruptedException {
    stopped.set(true);
    try {
      sending.get();
    } catch (ExecutionException e) {
      throw new KafkaException("sending has failed", e.getCause());
    }
    reader.requireReading();
  }

  @Override
  public void close() {
    stopped.set(true);
    thread.shutdown();
    sender.close();
    reader.close();
  }
}
