package vn.tonghop.producer.outbox;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tonghop.producer.PublishException;
import vn.tonghop.producer.settings.Settings;

/**
 * Sends what a unit's outbox holds, in order and once, however often broker, registry, network or
 * this process go away.
 */
public final class Outbox implements AutoCloseable {

  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** Longest wait for the next receipt of what may have been sent before a kill. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final OutboxFolder folder;
  private final FileLock lock;
  private final Supplier<Connection> connections;
  private final Delivery.Ways ways;
  private final Listener listener;
  private final ReceiptFiles receipts;
  private final List<WaitingEntry> waiting = new ArrayList<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable Watch watch;
  private long looked;
  private boolean failures;
  private boolean away;
  private Duration pause = FIRST_PAUSE;

  private Outbox(
      OutboxFolder folder, FileLock lock, Supplier<Connection> connections, Delivery.Ways ways) {
    this.folder = folder;
    this.lock = lock;
    this.connections = connections;
    this.ways = ways;
    this.listener = ways.listener();
    this.receipts = new ReceiptFiles(folder);
  }

  /**
   * The outbox in a folder, which no other process runs until it is closed.
   *
   * @throws OutboxException if another process runs it
   */
  public static Outbox open(
      OutboxFolder folder, Settings settings, Answer.Words words, Listener listener) {
    return open(
        folder,
        () -> KafkaConnection.open(settings, folder.unit()),
        new Delivery.Ways(folder, words, listener, PATIENCE, LOOK_EVERY));
  }

  static Outbox open(OutboxFolder folder, Supplier<Connection> connections, Delivery.Ways ways) {
    try {
      Outbox outbox = new Outbox(folder, folder.lockForRunning(), connections, ways);
      outbox.deleteOrphans();
      outbox.takeNew();
      return outbox;
    } catch (IOException e) {
      throw OutboxException.of(folder.root(), e);
    }
  }

  /**
   * Takes files that appear in a folder, too.
   *
   * @param quiet how long a file must stay as it is before it counts as whole
   */
  public void watch(Path inbox, Duration quiet, HandOver.Rules rules) {
    try {
      Watch begun = new Watch(inbox, quiet, folder, rules, listener);
      begun.begin(waiting);
      watch = begun;
    } catch (IOException e) {
      throw OutboxException.of(inbox, e);
    }
  }

  /** A log without its entry is of one that is done. */
  private void deleteOrphans() throws IOException {
    try (Stream<Path> files = Files.list(folder.waiting())) {
      for (Path log : files.filter(each -> each.toString().endsWith(".log")).toList()) {
        Optional<EntryName> name = EntryName.ofAny(log);
        if (name.isPresent() && !Files.exists(folder.entry(name.get()))) {
          folder.disk().delete(log);
        }
      }
    }
  }

  /**
   * Takes up the entries that were added since. Their numbers tell nothing: where what is done was
   * tidied away, they begin anew.
   */
  private List<WaitingEntry> takeNew() throws IOException {
    List<WaitingEntry> added = new ArrayList<>();
    Set<EntryName> known =
        waiting.stream().map(WaitingEntry::name).collect(Collectors.toUnmodifiableSet());
    for (EntryName name : folder.entries()) {
      if (!known.contains(name)) {
        try {
          WaitingEntry entry = WaitingEntry.open(folder, name);
          if (entry.toSend() == 0) {
            // Its answers need no broker.
            finish(entry);
          } else {
            added.add(entry);
          }
        } catch (DamagedException e) {
          WaitingEntry.putAside(folder, name);
          failures = true;
          listener.damaged(
              folder.damaged().resolve(name.entry()).toString(), String.valueOf(e.getMessage()));
        }
      }
    }
    waiting.addAll(added);
    return added;
  }

  /**
   * Sends until {@link #stop}.
   *
   * @param untilEmpty ends when nothing waits, too
   */
  public void run(boolean untilEmpty) {
    try {
      while (!isStopped()) {
        lookNow();
        if (untilEmpty && isEmpty()) {
          return;
        }
        try (Delivery delivery = new Delivery(ways, connections.get())) {
          delivery.begin(List.copyOf(waiting));
          deliver(delivery, untilEmpty);
        } catch (PublishException e) {
          if (!away) {
            away = true;
            listener.away(e);
          }
          rest(pause);
          pause = longer(pause);
        }
      }
    } catch (IOException e) {
      throw OutboxException.of(folder.root(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(Delivery delivery, boolean untilEmpty) throws IOException {
    while (!isStopped() && !(untilEmpty && isEmpty())) {
      look().forEach(delivery::take);
      delivery.step();
      for (WaitingEntry entry : delivery.answered()) {
        finish(entry);
      }
      delivery.markIdle();
      if (delivery.isFlowing()) {
        tellBack();
      }
    }
  }

  private void tellBack() {
    if (away) {
      listener.back();
    }
    away = false;
    pause = FIRST_PAUSE;
  }

  private List<WaitingEntry> look() throws IOException {
    if (System.nanoTime() - looked < ways.lookEvery().toNanos()) {
      return List.of();
    }
    return lookNow();
  }

  private List<WaitingEntry> lookNow() throws IOException {
    looked = System.nanoTime();
    if (watch != null) {
      watch.look();
    }
    return takeNew();
  }

  private boolean isEmpty() {
    return waiting.isEmpty() && (watch == null || watch.isEmpty());
  }

  /** While nobody answers, files are taken all the same. */
  private void rest(Duration time) throws IOException, InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end
        && !stopped.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
      look();
    }
  }

  private static Duration longer(Duration time) {
    Duration twice = time.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  /** Each step may be the last before a kill: the next run does those that are missing. */
  private void finish(WaitingEntry entry) throws IOException {
    Disk disk = folder.disk();
    EntryName name = entry.name();
    String file = String.valueOf(Path.of(entry.header().file()).getFileName());
    boolean failed = receipts.write(entry, folder.done().resolve(name.receipts(file)));
    failures |= failed;
    String claim = entry.header().claim();
    if (claim != null) {
      Path settled = Watch.settled(claim, failed);
      Files.createDirectories(Disk.folder(settled));
      receipts.write(entry, settled);
      Watch.settle(claim, settled, disk);
    }
    disk.move(folder.entry(name), folder.done().resolve(name.entry()));
    disk.force(folder.done());
    disk.force(folder.waiting());
    disk.delete(folder.log(name));
    waiting.remove(entry);
  }

  /** Whether somebody has to mend something that this run has come by. */
  public boolean hasFailures() {
    return failures;
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }

  /** Makes {@link #run} end soon; from any thread. */
  public void stop() {
    stopped.countDown();
  }

  @Override
  public void close() {
    try {
      lock.acquiredBy().close();
    } catch (IOException e) {
      throw OutboxException.of(folder.root(), e);
    }
  }
}
