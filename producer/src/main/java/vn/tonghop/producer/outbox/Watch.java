package vn.tonghop.producer.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.producer.file.Place;
import vn.tonghop.producer.file.ReportFiles;
import vn.tonghop.producer.file.UnknownEndingException;
import vn.tonghop.producer.revision.Reply;

/**
 * A folder into which people put files. What has not changed for a while is whole: it goes to
 * {@code queued} and into the outbox, and when all of it is answered to {@code sent} or {@code
 * refused}, with its receipts.
 */
public final class Watch {

  /** How long a file must stay as it is before it counts as whole. */
  public static final Duration QUIET = Duration.ofSeconds(5);

  private static final String QUEUED = "queued";
  private static final String SENT = "sent";
  private static final String REFUSED = "refused";
  private static final List<String> PASSING = List.of(".tmp", ".part", ".partial", ".crdownload");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
  private static final int STAMP_LENGTH = "yyyyMMdd-HHmmss-SSS-".length();

  private record Seen(long size, Instant changed, long since) {}

  private final Path inbox;
  private final Duration quiet;
  private final OutboxFolder folder;
  private final HandOver handOver;
  private final Answer.Words words;
  private final Listener listener;
  private final Map<Path, Seen> seen = new HashMap<>();
  private final Set<Path> leftAlone = new HashSet<>();

  Watch(Path inbox, Duration quiet, OutboxFolder folder, HandOver.Rules rules, Listener listener) {
    this.inbox = inbox.toAbsolutePath().normalize();
    this.quiet = quiet;
    this.folder = folder;
    this.handOver = new HandOver(folder, rules, new Told());
    this.words = rules.words();
    this.listener = listener;
  }

  /**
   * Answers stand in the receipts' files, and are told where those of reports that were sent are.
   */
  private final class Told implements HandOver.Told {

    @Override
    public void findings(Place place, FindingList findings) {}

    @Override
    public void unsent(Receipt receipt) {
      listener.answered(inbox.toString(), Answer.of(Reply.unsent(receipt, null), words));
    }
  }

  /**
   * Makes the folders, and queues what a kill left between its folder and the outbox.
   *
   * @param waiting all entries that wait
   */
  void begin(Collection<WaitingEntry> waiting) throws IOException {
    for (String each : List.of(QUEUED, SENT, REFUSED)) {
      Files.createDirectories(inbox.resolve(each));
    }
    Set<String> claims = new HashSet<>();
    waiting.forEach(each -> claims.add(String.valueOf(each.header().claim())));
    try (Stream<Path> files = Files.list(inbox.resolve(QUEUED))) {
      for (Path claimed : files.sorted().toList()) {
        if (!claims.contains(claimed.toString())) {
          queue(claimed);
        }
      }
    }
  }

  /** Takes all files that are whole by now, in the order of their names. */
  void look() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(inbox)) {
      files = all.filter(Files::isRegularFile).filter(Watch::isForUs).sorted().toList();
    }
    seen.keySet().retainAll(files);
    for (Path file : files) {
      if (isWhole(file)) {
        take(file);
      }
    }
  }

  /** Whether no file was there that may be taken, when {@link #look} looked. */
  boolean isEmpty() {
    return leftAlone.containsAll(seen.keySet());
  }

  /** Spreadsheets and browsers keep drafts beside what is meant to be taken. */
  private static boolean isForUs(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && !name.startsWith("~")
        && PASSING.stream().noneMatch(name::endsWith);
  }

  private boolean isWhole(Path file) throws IOException {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      Instant changed = now.lastModifiedTime().toInstant();
      Seen before = seen.get(file);
      if (before == null || before.size() != now.size() || !before.changed().equals(changed)) {
        seen.put(file, new Seen(now.size(), changed, System.nanoTime()));
        return false;
      }
      return System.nanoTime() - before.since() >= quiet.toNanos();
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  private void take(Path file) throws IOException {
    try {
      ReportFiles.probe(file);
    } catch (UnknownEndingException e) {
      tellLeftAlone(file);
      return;
    } catch (NoSuchFileException gone) {
      return;
    } catch (IOException unreadable) {
      // Taken all the same: the answer says what is wrong with it.
    }
    seen.remove(file);
    Path claimed = claim(file);
    try {
      folder.disk().move(file, claimed);
    } catch (IOException e) {
      tellLeftAlone(file);
      return;
    }
    folder.disk().force(Disk.folder(claimed));
    folder.disk().force(inbox);
    queue(claimed);
  }

  private void tellLeftAlone(Path file) {
    if (leftAlone.add(file)) {
      listener.leftAlone(file.getFileName().toString());
    }
  }

  private Path claim(Path file) {
    String name = FileNames.cut(file.getFileName().toString());
    Path queued = inbox.resolve(QUEUED);
    Instant now = Instant.now();
    Path claim = queued.resolve(STAMP.format(now) + "-" + name);
    while (Files.exists(claim)) {
      now = now.plusMillis(1);
      claim = queued.resolve(STAMP.format(now) + "-" + name);
    }
    return claim;
  }

  private void queue(Path claimed) {
    String name = claimed.getFileName().toString();
    String shown = name.length() > STAMP_LENGTH ? name.substring(STAMP_LENGTH) : name;
    try {
      HandOver.Result result = handOver.take(claimed, shown, claimed.toString());
      listener.taken(shown, result.queued() + result.answered());
    } catch (IOException e) {
      handOver.refuse(shown, claimed.toString(), e);
      listener.damaged(shown, String.valueOf(e.getMessage()));
    }
  }

  /** Where people look for a file that is answered, and for its receipts. */
  static Path settled(String claim, boolean failed) {
    Path claimed = Path.of(claim);
    Path inbox = Disk.folder(Disk.folder(claimed));
    return inbox.resolve(failed ? REFUSED : SENT).resolve(claimed.getFileName());
  }

  /** Puts a file there, unless a kill came only after that. */
  static void settle(String claim, Path settled, Disk disk) throws IOException {
    Path claimed = Path.of(claim);
    if (Files.exists(claimed)) {
      disk.move(claimed, settled);
      disk.force(Disk.folder(settled));
      disk.force(Disk.folder(claimed));
    }
  }
}
