package vn.tonghop.monitor;

import io.prometheus.metrics.model.registry.MultiCollector;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.monitor.business.Business;
import vn.tonghop.monitor.business.BusinessWatch;
import vn.tonghop.monitor.lag.LagWatch;
import vn.tonghop.monitor.lag.Seen;
import vn.tonghop.monitor.metrics.MonitorMetrics;
import vn.tonghop.schemas.registry.RegistryClient;
import vn.tonghop.schemas.registry.RegistrySettings;
import vn.tonghop.schemas.registry.RegistryUnavailableException;
import vn.tonghop.schemas.registry.Subjects;

/**
 * Looks at a running system every few seconds from outside, and keeps what it saw for whoever
 * scrapes. It ends only with a bug: brokers and registries come back.
 */
public final class Monitor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);
  private static final Duration CLOSING = Duration.ofSeconds(10);

  /** What a look may take beyond its turn before what was seen last is too old to be told. */
  private static final Duration SLACK = Duration.ofSeconds(10);

  private static final int TURNS = 3;

  /** How long one look may read each topic of the business view; the next goes on from there. */
  private static final Duration READING = Duration.ofSeconds(3);

  private final MonitorSettings settings;
  private final InstantSource clock;
  private final MonitorMetrics metrics;
  private final TableArrivals arrivals;
  private final RegistryClient registry;
  private final Supplier<Optional<ReferenceData>> reference;
  private final Thread looking = new Thread(this::run, "monitor-look");
  private final Thread following;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable Observed last;
  private volatile @Nullable Instant lastSuccess;
  private volatile @Nullable Throwable failure;

  private Monitor(
      MonitorSettings settings, Supplier<Optional<ReferenceData>> reference, InstantSource clock) {
    this.settings = settings;
    this.reference = reference;
    this.clock = clock;
    this.registry = new RegistryClient(RegistrySettings.from(settings.clients()));
    this.metrics = new MonitorMetrics(this::current, this::lastSuccess);
    this.arrivals = new TableArrivals(settings.clients(), clock, metrics::tableArrived);
    this.following = new Thread(arrivals, "monitor-tables");
  }

  /**
   * Begins to look.
   *
   * @param reference the newest version of the reference data, empty before the first; asked by one
   *     thread
   */
  public static Monitor start(
      MonitorSettings settings, Supplier<Optional<ReferenceData>> reference, InstantSource clock) {
    Monitor monitor = new Monitor(settings, reference, clock);
    // A look at a broker that is away may take its time; nobody waits for it to end.
    monitor.looking.setDaemon(true);
    monitor.following.setDaemon(true);
    monitor.looking.start();
    monitor.following.start();
    return monitor;
  }

  /** All families but {@link #reachability}, for any Prometheus registry. */
  public List<MultiCollector> collectors() {
    return metrics.collectors();
  }

  /**
   * {@code tonghop_broker_up} and {@code tonghop_registry_up}: apart, for an endpoint that has
   * these from the roll-up already.
   */
  public MultiCollector reachability() {
    return metrics::reachability;
  }

  /** What was seen last; empty before the first look, and when that is too long ago. */
  public Optional<Observed> current() {
    Observed seen = last;
    Duration oldest = settings.interval().multipliedBy(TURNS).plus(SLACK);
    if (seen == null || Duration.between(seen.at(), clock.instant()).compareTo(oldest) > 0) {
      return Optional.empty();
    }
    return Optional.of(seen);
  }

  /** Whether it goes on looking. */
  public boolean isAlive() {
    return failure == null;
  }

  /** Whether the last look has found what it looked for. */
  public boolean isReady() {
    return isAlive() && current().map(Observed::seen).isPresent();
  }

  /** When a look last found all that it looks for. */
  public Optional<Instant> lastSuccess() {
    return Optional.ofNullable(lastSuccess);
  }

  /** Waits until it ends; what ended it, or null if it was closed. */
  public @Nullable Throwable awaitEnd() throws InterruptedException {
    ended.await();
    return failure;
  }

  private void run() {
    try (Admin admin = Admin.create(settings.clients());
        LagWatch lag =
            new LagWatch(admin, settings.clients(), settings.target(), settings.limits(), clock);
        BusinessWatch business =
            new BusinessWatch(settings.clients(), READING, settings.regime(), reference, clock)) {
      Instant begun;
      do {
        begun = clock.instant();
        last = look(admin, lag, business);
      } while (!isClosingAfter(begun));
    } catch (InterruptedException | InterruptException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      LOG.error("the monitor has failed", e);
      failure = e;
    } finally {
      ended.countDown();
    }
  }

  /** Waits for the next turn. */
  private boolean isClosingAfter(Instant begun) throws InterruptedException {
    Duration left = settings.interval().minus(Duration.between(begun, clock.instant()));
    // A clock that is set back must not make it wait for longer than a turn.
    long millis = Math.min(settings.interval().toMillis(), Math.max(0, left.toMillis()));
    return closing.await(millis, TimeUnit.MILLISECONDS);
  }

  private Observed look(Admin admin, LagWatch lag, BusinessWatch business)
      throws InterruptedException {
    boolean registryUp = registryAnswers();
    Seen seen;
    ClusterHealth cluster;
    try {
      seen = lag.look();
      cluster = ClusterHealth.of(admin);
    } catch (KafkaException e) {
      rethrowInterruption(e);
      LOG.warn("cannot look at the broker: {}", e.getMessage());
      return new Observed(clock.instant(), null, null, null, hasAnswered(e), registryUp);
    }
    Instant now = clock.instant();
    Business found = business(business, seen);
    if (found != null) {
      lastSuccess = now;
    }
    return new Observed(now, seen, cluster, found, true, registryUp);
  }

  /** Lag is told, whatever else cannot be: it needs fewer rights, and no registry. */
  private static @Nullable Business business(BusinessWatch business, Seen seen) {
    try {
      return business.look(seen);
    } catch (KafkaException e) {
      rethrowInterruption(e);
      LOG.warn("cannot look at reports, receipts and tables: {}", e.getMessage());
      return null;
    }
  }

  /** A refusal is an answer. */
  private static boolean hasAnswered(KafkaException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause instanceof ApiException && !(cause instanceof RetriableException);
  }

  private static void rethrowInterruption(KafkaException e) {
    if (e instanceof InterruptException) {
      throw e;
    }
  }

  private boolean registryAnswers() {
    try {
      registry.latest(Subjects.subject(vn.tonghop.ProgressReport.getClassSchema()));
      return true;
    } catch (RegistryUnavailableException e) {
      LOG.warn("the registry does not answer: {}", e.getMessage());
      return false;
    } catch (KafkaException e) {
      rethrowInterruption(e);
      // It has no such schema, or does not let us see it: it is there.
      return true;
    }
  }

  @Override
  public void close() {
    // Not by an interrupt, at which Kafka's clients would not close in peace.
    closing.countDown();
    arrivals.close();
    try {
      looking.join(CLOSING.toMillis());
      following.join(CLOSING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
