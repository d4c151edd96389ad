package vn.tonghop.bench;

import vn.tonghop.bench.report.Report;

/** One question, and how its answer is measured. */
public interface Experiment {

  /** By which {@code --only} asks for it. */
  String name();

  /** Measures and tells; what is wrong goes to {@link Report#wrong}, what fails is thrown. */
  void run(Bench bench, Report report) throws Exception;
}
