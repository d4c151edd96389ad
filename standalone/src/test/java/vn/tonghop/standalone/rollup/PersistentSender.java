package vn.tonghop.standalone.rollup;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.producer.ReportPublisher;
import vn.tonghop.producer.settings.Settings;

/** A client that sends again what was not acknowledged, until everything is. */
final class PersistentSender implements AutoCloseable {

  private static final int IN_FLIGHT = 500;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Queue<ProgressReport> waiting;
  private final Map<SourceRecord, ProgressReport> acknowledged = new HashMap<>();
  private final int reports;
  private final Semaphore inFlight = new Semaphore(IN_FLIGHT);
  private final Semaphore allowed = new Semaphore(0);
  private final Thread thread;
  private int resent;

  PersistentSender(Settings settings, Collection<ProgressReport> reports) {
    this.waiting = new ArrayDeque<>(reports);
    this.reports = reports.size();
    this.thread = new Thread(() -> send(settings), "persistent-sender");
    thread.start();
  }

  /** So many more may be sent: a load is to last as long as the test wants. */
  void allow(int more) {
    allowed.release(more);
  }

  synchronized int acknowledgements() {
    return acknowledged.size();
  }

  synchronized int resent() {
    return resent;
  }

  /** Waits until everything has been acknowledged, and says where it stands. */
  Map<SourceRecord, ProgressReport> join() throws InterruptedException {
    thread.join();
    return Map.copyOf(acknowledged);
  }

  private void send(Settings settings) {
    try (ReportPublisher publisher = ReportPublisher.open(settings)) {
      while (acknowledgements() < reports) {
        Optional<ProgressReport> next = next();
        if (next.isEmpty()) {
          LockSupport.parkNanos(PAUSE.toNanos());
        } else {
          inFlight.acquire();
          var unused =
              publisher
                  .publish(next.get())
                  .whenComplete((place, failure) -> answered(next.get(), place, failure));
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Optional<ProgressReport> next() {
    return waiting.isEmpty() || !allowed.tryAcquire()
        ? Optional.empty()
        : Optional.of(waiting.remove());
  }

  private synchronized void answered(
      ProgressReport report, @Nullable SourceRecord place, @Nullable Throwable failure) {
    inFlight.release();
    if (failure == null && place != null) {
      acknowledged.put(place, report);
    } else {
      resent++;
      waiting.add(report);
      allowed.release();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
