package vn.tonghop.bench;

import java.util.List;

/** All experiments, in the order in which they run. */
final class Experiments {

  private Experiments() {}

  static List<Experiment> all() {
    return List.of(new Throughput(), new ExactlyOnceTax(), new StateSize());
  }
}
