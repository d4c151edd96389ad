package vn.tonghop.standalone.trial;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
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
import vn.tonghop.streams.runtime.LagReader;
import vn.tonghop.streams.runtime.RollUpInstance;
import vn.tonghop.streams.topology.InternalTopics;

/** Sends files through a system that replays history, and waits until everything has settled. */
public final class Trial {

  /** A replay judges by the first version. */
  private static final UnsentReceipts UNSENT = new UnsentReceipts(1);

  private static final Duration POLL = Duration.ofMillis(100);

  private final EvaluationSystem system;
  private final ReferenceData reference;
  private final Regime regime;
  private final Set<String> units;
  private final List<Sent> sent = new ArrayList<>();

  /**
   * @param units whose topics the system has
   */
  public Trial(EvaluationSystem system, ReferenceData reference, Regime regime, Set<String> units) {
    this.system = system;
    this.reference = reference;
    this.regime = regime;
    this.units = Set.copyOf(units);
  }

  /** One report on its way: answered here, or by the pipeline under the record's coordinates. */
  private sealed interface Sent {}

  private record Answered(Receipt answer) implements Sent {}

  private record Published(ProgressReport report, CompletableFuture<SourceRecord> record)
      implements Sent {}

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
   *
   * @return the receipts in the order sent
   */
  public List<Receipt> run(List<Path> files) throws IOException, InterruptedException {
    try (ReceiptReader receipts = ReceiptReader.open(system.settings())) {
      units.forEach(receipts::fromBeginning);
      try (ReportPublisher publisher = ReportPublisher.open(system.settings())) {
        for (Path file : files) {
          try (Stream<FileReport> reports = ReportFiles.read(file)) {
            reports.forEach(report -> sent.add(send(publisher, report)));
          }
        }
      }
      sent.replaceAll(Trial::acknowledged);
      List<Receipt> answers = answers(receipts);
      settle();
      return answers;
    }
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

  private Sent send(ReportPublisher publisher, FileReport each) {
    if (each instanceof FileReport.Unreadable unreadable) {
      return new Answered(UNSENT.unreadable(unreadable, Instant.now()));
    }
    ProgressReport report = ((FileReport.Legible) each).report();
    if (!units.contains(report.unit())) {
      return new Answered(
          UNSENT.withoutTopic(
              ReportCheck.check(reference, regime, report, null, null), Instant.now()));
    }
    Instant time = report.submittedAt();
    return new Published(report, publisher.publish(report, time == null ? Instant.now() : time));
  }

  private List<Receipt> answers(ReceiptReader receipts) {
    long expected = sent.stream().filter(Published.class::isInstance).count();
    Map<SourceRecord, Receipt> received = new HashMap<>();
    while (received.size() < expected) {
      requireRunning(system.rollUp());
      receipts
          .poll(POLL)
          .forEach(receipt -> received.put(requireNonNull(receipt.source()), receipt));
    }
    return sent.stream().map(each -> answer(each, received)).toList();
  }

  /**
   * A report that never arrived would be waited for without end. One that is refused for its size
   * is answered here; any other failure is one of the system.
   */
  private static Sent acknowledged(Sent sent) {
    if (!(sent instanceof Published published)) {
      return sent;
    }
    try {
      published.record().join();
      return published;
    } catch (CompletionException e) {
      if (e.getCause() instanceof PublishException why) {
        if (why.reason() == PublishException.Reason.TOO_LARGE) {
          return new Answered(UNSENT.tooLarge(published.report(), Instant.now()));
        }
        throw why;
      }
      throw e;
    }
  }

  private static Receipt answer(Sent sent, Map<SourceRecord, Receipt> received) {
    if (sent instanceof Answered answered) {
      return answered.answer();
    }
    SourceRecord record = ((Published) sent).record().join();
    return requireNonNull(received.get(record), () -> "no receipt for " + record);
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
