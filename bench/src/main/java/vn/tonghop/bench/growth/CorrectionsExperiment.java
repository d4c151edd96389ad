package vn.tonghop.bench.growth;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.tonghop.bench.Bench;
import vn.tonghop.bench.Experiment;
import vn.tonghop.bench.Settled;
import vn.tonghop.bench.cluster.Filled;
import vn.tonghop.bench.live.Progress;
import vn.tonghop.bench.live.RollUpProcess;
import vn.tonghop.bench.report.Figures;
import vn.tonghop.bench.report.Goal;
import vn.tonghop.bench.report.Interval;
import vn.tonghop.bench.report.Report;
import vn.tonghop.bench.report.Table;
import vn.tonghop.bench.workload.Workload;
import vn.tonghop.domain.report.ProgressReport;
import vn.tonghop.schemas.serde.RegistryAvroSerializer;

/** What a correction costs after ever longer histories: G6. */
public final class CorrectionsExperiment implements Experiment {

  private static final double GOAL = 1.2;
  private static final long FEW = 1_000;
  private static final int WARM_UPS = 3;
  private static final int MEASURED = 3;

  /** More than the first year has: all documents of its first programme are among them. */
  private static final long FIRST_YEAR = 40_000;

  /** Above any revision that a workload has. */
  private static final int FROM = 1_000;

  @Override
  public String name() {
    return "corrections";
  }

  /** Microseconds a correction, of the same documents and of some of the whole history. */
  private record Cost(long history, Interval same, double scattered) {}

  @Override
  public void run(Bench bench, Report report)
      throws IOException, InterruptedException, ExecutionException {
    // The longest first: it may be there already.
    long most = bench.scale().state();
    long[] histories = bench.scale().full() ? new long[] {most, 100_000, FEW} : new long[] {most};
    int corrections = bench.scale().pick(500, 20_000);
    List<Cost> costs = new ArrayList<>();
    for (long history : histories) {
      costs.add(measure(bench, history, corrections));
    }
    Cost last = costs.get(0);
    double ratio = last.same().median() / costs.get(costs.size() - 1).same().median();
    if (costs.size() > 1) {
      report.add(
          new Goal(
              "G6",
              "a correction after %,d reports, of one after 1,000".formatted(last.history()),
              "≤ " + GOAL,
              Figures.plain(ratio),
              ratio <= GOAL));
    }
    report
        .section("Corrections")
        .say(
            "Processor time of the roll-up for %,d corrections of one line, sent at once after"
                    .formatted(corrections)
                + " everything before had settled and after three times as many to warm up: of the"
                + " same documents of one programme's year each time, all of which the warm-up has"
                + " sent, and of documents from all over the history.")
        .add(table(costs));
    report.raw("corrections", costs);
  }

  private static Table table(List<Cost> costs) {
    return new Table(
        List.of("after", "µs, the same reports", "µs, scattered"),
        costs.stream()
            .map(
                cost ->
                    List.of(
                        "%,d".formatted(cost.history()),
                        cost.same().toString(),
                        Figures.plain(cost.scattered())))
            .toList());
  }

  private static Cost measure(Bench bench, long history, int count)
      throws IOException, InterruptedException, ExecutionException {
    Settled settled = bench.settled(history);
    Filled filled = settled.filled();
    Workload workload = filled.workload();
    String programme = workload.reports(1).iterator().next().programme();
    List<ProgressReport> same =
        documents(workload.reports(FIRST_YEAR).filter(it -> it.programme().equals(programme)), 1);
    List<ProgressReport> all = documents(workload.reports(history), Math.max(1, history / count));
    try (RollUpProcess process =
            RollUpProcess.start(bench.jvm(), filled.cluster(), settled.folder(), Map.of());
        RegistryAvroSerializer serializer = Filled.serializer(filled.cluster());
        Producer<String, byte[]> producer =
            new KafkaProducer<>(
                filled.cluster().clients(), new StringSerializer(), new ByteArraySerializer())) {
      Progress progress = new Progress(filled.cluster(), process);
      progress.awaitSettled();
      OneLineCorrections fixed = new OneLineCorrections(same, FROM);
      double[] micros = new double[MEASURED];
      for (int i = -WARM_UPS; i < MEASURED; i++) {
        double each = cost(process, progress, producer, serializer, fixed, count);
        if (i >= 0) {
          micros[i] = each;
        }
      }
      OneLineCorrections scattered = new OneLineCorrections(all, 2 * FROM);
      double elsewhere = cost(process, progress, producer, serializer, scattered, count);
      bench.say("a correction after %,d: %.1f µs".formatted(history, micros[0]));
      return new Cost(history, Interval.of(micros), elsewhere);
    }
  }

  private static double cost(
      RollUpProcess process,
      Progress progress,
      Producer<String, byte[]> producer,
      RegistryAvroSerializer serializer,
      OneLineCorrections corrections,
      int count)
      throws InterruptedException, ExecutionException {
    long before = process.measured().cpuMicros();
    List<Future<RecordMetadata>> sent = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      sent.add(producer.send(Filled.toSend(serializer, corrections.next())));
    }
    for (Future<RecordMetadata> each : sent) {
      each.get();
    }
    progress.awaitSettled();
    return (process.measured().cpuMicros() - before) / (double) count;
  }

  /** One in {@code step} of the documents with lines, as they were first sent. */
  private static List<ProgressReport> documents(Stream<ProgressReport> reports, long step) {
    List<ProgressReport> documents = new ArrayList<>();
    Set<String> known = new HashSet<>();
    reports
        .filter(each -> each.revision() == 1 && !each.tasks().isEmpty())
        .filter(each -> known.add(each.unit() + each.programme() + each.period()))
        .filter(each -> known.size() % step == 0)
        .forEach(documents::add);
    return documents;
  }
}
