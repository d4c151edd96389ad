package vn.tonghop.standalone.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.acceptance.ReportCheck;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.producer.PublishException;
import vn.tonghop.producer.ReceiptReader;
import vn.tonghop.producer.ReportPublisher;
import vn.tonghop.producer.UnsentReceipts;
import vn.tonghop.producer.file.FileReport;
import vn.tonghop.producer.file.Notice;
import vn.tonghop.producer.file.ReportFiles;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.system.EvaluationSystem;
import vn.tonghop.standalone.system.TemporarySystem;
import vn.tonghop.streams.runtime.LagReader;
import vn.tonghop.streams.runtime.RollUpInstance;
import vn.tonghop.streams.topology.InternalTopics;

/** Sends files through a system that replays history, and waits until everything has settled. */
public final class Trial implements AutoCloseable {

  /** A replay judges by the first version. */
  private static final UnsentReceipts UNSENT = new UnsentReceipts(1);

  private static final Duration POLL = Duration.ofMillis(100);

  private final EvaluationSystem system;
  private final ReferenceData reference;
  private final Regime regime;
  private final Set<String> units;
  private final OrderedReceipts sent;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /**
   * @param units whose topics the system has
   */
  public Trial(TemporarySystem temporary, ReferenceData reference, Regime regime, Set<String> units)
      throws IOException {
    this.system = temporary.system();
    this.sent = new OrderedReceipts(temporary.folder().resolve("receipts.avro"));
    this.reference = reference;
    this.regime = regime;
    this.units = Set.copyOf(units);
  }

  /**
   * The units named in files that the reference data know: those that get a topic.
   *
   * @param notices hears how files were read
   */
  public static Set<String> unitsIn(
      List<Path> files, ReferenceData reference, Consumer<Notice> notices) throws IOException {
    Set<String> units = new TreeSet<>();
    for (Path file : files) {
      try (Stream<FileReport> reports = ReportFiles.read(file, notices)) {
        reports
            .filter(FileReport.Legible.class::isInstance)
            .map(report -> ((FileReport.Legible) report).report().unit())
            .filter(reference::knowsUnit)
            .forEach(units::add);
      }
    }
    return units;
  }

  /**
   * Sends all reports in the order of the files and lines and waits until each has its receipt and
   * the tables have settled.
   */
  public void run(List<Path> files) throws IOException, InterruptedException {
    try (ReceiptReader receipts = ReceiptReader.open(system.settings())) {
      units.forEach(receipts::fromBeginning);
      try (ReportPublisher publisher = ReportPublisher.open(system.settings())) {
        for (Path file : files) {
          try (Stream<FileReport> reports = ReportFiles.read(file)) {
            reports.forEach(report -> send(publisher, report));
          }
        }
      }
      @Nullable Throwable failed = failure.get();
      if (failed != null) {
        throw failed instanceof PublishException why ? why : new CompletionException(failed);
      }
      while (sent.open() > 0) {
        requireRunning(system.rollUp());
        receipts.poll(POLL).forEach(sent::answered);
      }
      settle();
    }
  }

  /** Tells the receipts of all reports, in the order sent. */
  public void tell(Consumer<Receipt> answers) throws IOException {
    sent.tell(answers);
  }

  @Override
  public void close() throws IOException {
    sent.close();
  }

  /**
   * Fails if the roll-up is not at work any more.
   *
   * @throws IllegalStateException with what ended it
   */
  static void requireRunning(RollUpInstance rollUp) {
    Throwable failure = rollUp.failure();
    if (failure != null) {
      throw new IllegalStateException("the roll-up has stopped: " + failure);
    }
  }

  private void send(ReportPublisher publisher, FileReport each) {
    int place = sent.add();
    if (each instanceof FileReport.Unreadable unreadable) {
      sent.answered(place, UNSENT.unreadable(unreadable, Instant.now()));
      return;
    }
    ProgressReport report = ((FileReport.Legible) each).report();
    if (!units.contains(report.unit())) {
      sent.answered(
          place,
          UNSENT.withoutTopic(
              ReportCheck.check(reference, regime, report, null, null), Instant.now()));
      return;
    }
    Instant time = report.submittedAt();
    var unused =
        publisher
            .publish(report, time == null ? Instant.now() : time)
            .whenComplete((record, failed) -> acknowledged(place, report, record, failed));
  }

  /**
   * A report that never arrived would be waited for without end. One that is refused for its size
   * is answered here; any other failure is one of the system.
   */
  private void acknowledged(
      int place, ProgressReport report, SourceRecord record, @Nullable Throwable failed) {
    try {
      if (failed == null) {
        sent.arrived(place, record);
      } else if (failed instanceof PublishException refused
          && refused.reason() == PublishException.Reason.TOO_LARGE) {
        sent.answered(place, UNSENT.tooLarge(report, Instant.now()));
      } else {
        failure.compareAndSet(null, failed);
      }
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    }
  }

  private void settle() throws InterruptedException {
    try (Admin admin = Admin.create(system.config())) {
      List<List<String>> stages = new ArrayList<>();
      stages.add(units.stream().map(unit -> Topics.reports(unit).name()).toList());
      InternalTopics.sources(EvaluationSystem.APPLICATION_ID)
          .forEach(topic -> stages.add(List.of(topic)));
      Settled settled =
          new Settled(new LagReader(admin, EvaluationSystem.APPLICATION_ID), system.rollUp());
      settled.await(stages);
      settled.awaitVisible(List.of(Topics.TABLES.name(), Topics.DEAD_LETTERS.name()));
    }
  }
}
