package vn.tonghop.streams.runtime;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tonghop.schemas.topic.ReportTopics;
import vn.tonghop.schemas.topic.Topics;

/**
 * Which reports topics can be read: those whose receipts topic exists and takes a receipt of any
 * size. A receipt for a missing or too small topic would stop the roll-up for everybody, so the
 * others are left alone and named in health and lag. Looks at the broker's topics every two
 * seconds.
 */
public final class ReadableTopics implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReadableTopics.class);

  /** How often the broker is asked; new topics must be read within 15 seconds. */
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final Admin admin;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "readable-topics");
            thread.setDaemon(true);
            return thread;
          });
  private volatile ReportTopics seen = ReportTopics.NONE;

  /** The admin stays the caller's to close. */
  public ReadableTopics(Admin admin) {
    this.admin = admin;
  }

  /**
   * Looks once, then goes on looking.
   *
   * @throws KafkaException if the broker cannot be reached or refuses
   */
  public void start() throws InterruptedException {
    look();
    var unused =
        clock.scheduleWithFixedDelay(
            this::lookAgain, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Reports topics to read. */
  public Set<String> readable() {
    return seen.readable();
  }

  /** Reports topics that have no receipts topic that takes any receipt, sorted. */
  public Set<String> unanswerable() {
    return seen.unanswerable();
  }

  private void lookAgain() {
    try {
      look();
    } catch (KafkaException e) {
      // The broker is away: what was readable stays so, and the next look is two seconds off.
      LOG.warn("cannot list topics: {}", e.toString());
    } catch (RuntimeException e) {
      // An exception that got out would end the looking for good; the next look may fare better.
      LOG.error("cannot list topics", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws InterruptedException {
    ReportTopics now = ReportTopics.of(admin);
    if (!now.unanswerable().equals(seen.unanswerable()) && !now.unanswerable().isEmpty()) {
      LOG.warn(
          "not read for want of a receipts topic whose max.message.bytes is {} or more: {}",
          Topics.RECORD_LIMIT,
          now.unanswerable());
    }
    gone(seen.readable(), now.all());
    seen = now;
  }

  private static void gone(Set<String> before, Set<String> now) {
    Set<String> gone = new TreeSet<>(before);
    gone.removeAll(now);
    if (!gone.isEmpty()) {
      LOG.warn("deleted on the broker, no longer read: {}", gone);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
