package vn.tonghop.producer.outbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tonghop.producer.text.Text;
import vn.tonghop.schemas.topic.Topics;

/**
 * The folder of one unit's outbox: {@code waiting} holds entries and what has become of them,
 * {@code done} the receipts, {@code damaged} what could no longer be read.
 */
public final class OutboxFolder {

  private static final String UNIT = "unit";
  private static final String RUNNING = ".running.lock";
  private static final String ADDING = ".adding.lock";

  private final Path root;
  private final Disk disk;
  private final String unit;

  private OutboxFolder(Path root, Disk disk, String unit) {
    this.root = root;
    this.disk = disk;
    this.unit = unit;
  }

  /**
   * The outbox in a folder, which is made if need be.
   *
   * @param unit whose reports it takes; null where the folder knows
   * @throws OutboxException if it is another unit's, or nobody says whose
   */
  public static OutboxFolder open(Path root, @Nullable String unit) {
    return open(root, unit, Disk.REAL);
  }

  static OutboxFolder open(Path root, @Nullable String unit, Disk disk) {
    try {
      Optional<String> known = unitOf(root);
      String owner = known.isPresent() ? known.get() : unit;
      if (owner == null) {
        throw new OutboxException(
            new Text(
                "%s: chưa phải hộp gửi; hãy cho biết đơn vị bằng --unit MÃ".formatted(root),
                "%s: no outbox yet; say whose it is by --unit CODE".formatted(root)));
      }
      if (unit != null && !unit.equals(owner)) {
        throw new OutboxException(
            new Text(
                "%s: hộp gửi của đơn vị %s, không phải của %s".formatted(root, owner, unit),
                "%s: the outbox of unit %s, not of %s".formatted(root, owner, unit)));
      }
      OutboxFolder folder = new OutboxFolder(root, disk, owner);
      if (known.isEmpty()) {
        folder.make();
      }
      return folder;
    } catch (IOException e) {
      throw OutboxException.of(root, e);
    }
  }

  /** Whose outbox stands in a folder; empty if none does. */
  public static Optional<String> unitOf(Path root) throws IOException {
    Path file = root.resolve(UNIT);
    return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
  }

  private void make() throws IOException {
    try {
      Topics.reports(unit);
    } catch (IllegalArgumentException e) {
      throw new OutboxException(
          new Text("--unit \"%s\": không phải mã đơn vị".formatted(unit), e.getMessage() + ""), e);
    }
    for (Path each : List.of(waiting(), done(), damaged())) {
      Files.createDirectories(each);
    }
    disk.force(root);
    // Last: a folder that says whose it is has all that it needs.
    disk.replace(root.resolve(UNIT), (unit + "\n").getBytes(StandardCharsets.UTF_8));
  }

  public String unit() {
    return unit;
  }

  public Path root() {
    return root;
  }

  Disk disk() {
    return disk;
  }

  Path waiting() {
    return root.resolve("waiting");
  }

  Path done() {
    return root.resolve("done");
  }

  Path damaged() {
    return root.resolve("damaged");
  }

  Path entry(EntryName name) {
    return waiting().resolve(name.entry());
  }

  Path log(EntryName name) {
    return waiting().resolve(name.log());
  }

  /** The entries that wait, in their order. */
  List<EntryName> entries() throws IOException {
    try (Stream<Path> files = Files.list(waiting())) {
      return files.flatMap(file -> EntryName.ofEntry(file).stream()).sorted().toList();
    }
  }

  /** One behind all that there ever were; to be asked for under {@link #lockForAdding}. */
  EntryName nextName() throws IOException {
    long last = 0;
    for (Path folder : List.of(waiting(), done(), damaged())) {
      try (Stream<Path> files = Files.list(folder)) {
        last =
            Math.max(
                last,
                files
                    .flatMap(file -> EntryName.ofAny(file).stream())
                    .mapToLong(EntryName::number)
                    .max()
                    .orElse(0));
      }
    }
    return new EntryName(last).next();
  }

  /**
   * Makes this process the one that sends.
   *
   * @throws OutboxException if another does
   */
  FileLock lockForRunning() throws IOException {
    FileChannel channel = channel(RUNNING);
    @Nullable FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      // The same as a lock of another process: told below.
    }
    if (lock == null) {
      channel.close();
      throw new OutboxException(
          new Text(
              "%s: hộp gửi này đang chạy ở một tiến trình khác".formatted(root),
              "%s: this outbox is run by another process already".formatted(root)));
    }
    return lock;
  }

  /** Waits for its turn to add an entry; others do so for a moment only. */
  FileLock lockForAdding() throws IOException {
    return channel(ADDING).lock();
  }

  private FileChannel channel(String name) throws IOException {
    return FileChannel.open(
        root.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}
