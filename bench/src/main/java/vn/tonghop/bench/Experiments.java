package vn.tonghop.bench;

import java.util.List;
import vn.tonghop.bench.codec.CodecExperiment;
import vn.tonghop.bench.growth.CorrectionsExperiment;
import vn.tonghop.bench.growth.GrowthExperiment;
import vn.tonghop.bench.latency.LatencyExperiment;
import vn.tonghop.bench.peer.PeerExperiment;
import vn.tonghop.bench.recovery.RecoveryExperiment;

/** All experiments, in the order in which they run. */
final class Experiments {

  private Experiments() {}

  static List<Experiment> all() {
    return List.of(
        new Throughput(),
        new PeerExperiment(),
        new ExactlyOnceTax(),
        new StateSize(),
        new CodecExperiment(),
        new LatencyExperiment(),
        new GrowthExperiment(),
        new CorrectionsExperiment(),
        new RecoveryExperiment());
  }
}
