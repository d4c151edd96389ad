package vn.tonghop.producer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tonghop.domain.acceptance.FindingList;
import vn.tonghop.domain.acceptance.Receipt;
import vn.tonghop.domain.format.Language;
import vn.tonghop.producer.file.FileReport;
import vn.tonghop.producer.file.Notice;
import vn.tonghop.producer.file.Place;
import vn.tonghop.producer.file.ReportFiles;
import vn.tonghop.producer.outbox.HandOver;
import vn.tonghop.producer.outbox.OutboxException;
import vn.tonghop.producer.outbox.OutboxFolder;

/** Puts files into an outbox instead of sending them. */
record Queueing(PrintWriter err, Language lang) {

  /**
   * Returns when all that can be sent is safe on disk.
   *
   * @param outbox a new one becomes that of the first report's unit
   */
  int put(List<Path> files, Path outbox, HandOver.Rules rules) throws UsageException {
    OutboxFolder folder = OutboxFolders.open(outbox, unit(outbox, files), lang);
    HandOver handOver = new HandOver(folder, rules, new Told());
    long queued = 0;
    long answered = 0;
    for (Path file : files) {
      try {
        HandOver.Result result = handOver.take(file);
        queued += result.queued();
        answered += result.answered();
      } catch (IOException e) {
        tell(queued, answered);
        throw new UsageException(
            List.of(
                lang.pick(
                        "%s: không đọc được tệp (%s); không báo cáo nào của tệp này được nhận",
                        "%s: the file cannot be read (%s); nothing of it is queued")
                    .formatted(file, e.getMessage())));
      } catch (OutboxException e) {
        tell(queued, answered);
        err.println(OneLine.of(file + ": " + e.text().in(lang)));
        return Exit.FAILED;
      }
    }
    tell(queued, answered);
    return answered == 0 ? Exit.DONE : Exit.FAILED;
  }

  /** Null where the folder knows, or no report says. */
  private static @Nullable String unit(Path outbox, List<Path> files) throws UsageException {
    try {
      Optional<String> known = OutboxFolder.unitOf(outbox);
      return known.isPresent() ? null : firstUnit(files);
    } catch (IOException e) {
      throw new UsageException(List.of(outbox + ": " + e.getMessage()));
    } catch (UncheckedIOException e) {
      throw new UsageException(List.of(String.valueOf(e.getMessage())));
    }
  }

  private static @Nullable String firstUnit(List<Path> files) throws IOException {
    for (Path file : files) {
      try (Stream<FileReport> reports = ReportFiles.read(file)) {
        Optional<String> unit = reports.flatMap(each -> unit(each).stream()).findFirst();
        if (unit.isPresent()) {
          return unit.get();
        }
      }
    }
    return null;
  }

  /** Of a report that cannot be read, too: it may lack its revision and nothing else. */
  private static Optional<String> unit(FileReport report) {
    if (report instanceof FileReport.Legible legible) {
      return Optional.of(legible.report().unit());
    }
    return Optional.ofNullable(((FileReport.Unreadable) report).key().unit());
  }

  private void tell(long queued, long answered) {
    err.println(
        lang.pick(
                "đã vào hộp gửi %d, không nhận %d; lệnh outbox sẽ gửi đi",
                "%d queued, %d not; the command outbox sends them")
            .formatted(queued, answered));
    err.flush();
  }

  private final class Told implements HandOver.Told {

    @Override
    public void notice(Notice notice) {
      err.println(InputFiles.line(notice, lang));
    }

    @Override
    public void findings(Place place, FindingList findings) {
      new FindingLines(err, lang).print(place, findings);
    }

    @Override
    public void unsent(Receipt receipt) {
      // What is wrong was told already; the receipt comes into the outbox with the others.
    }
  }
}
