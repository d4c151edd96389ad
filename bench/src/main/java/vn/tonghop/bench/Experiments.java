package vn.tonghop.bench;

import java.util.List;
import vn.tonghop.bench.codec.CodecExperiment;
import vn.tonghop.bench.growth.CorrectionsExperiment;
import vn.tonghop.bench.growth.GrowthExperiment;
import vn.tonghop.bench.latency.LatencyExperiment;
import vn.tonghop.bench.recovery.RecoveryExperiment;

/** All experiments, in the order in which they run. */
final class Experiments {

  private Experiments() {}

  static List<Experiment> all() {
    return List.of(
        new Throughput(),
        new ExactlyOnceTax(),
        new CodecExperiment(),
        new GrowthExperiment(),
        // Sends more reports: what comes after it needs another cluster.
        new LatencyExperiment(),
        new StateSize(),
        // These go on with the long history; first the one that still knows each of its reports.
        new RecoveryExperiment(),
        new CorrectionsExperiment(),
        new TryMillion());
  }
}
