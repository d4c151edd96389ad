package vn.tonghop.bench.latency;

import vn.tonghop.bench.live.Latencies;

/**
 * One rate for one stretch of time.
 *
 * @param perSecond reports
 * @param warmUp seconds that do not count
 * @param seconds that do
 */
record Load(int perSecond, int warmUp, int seconds) {

  /**
   * What came of it.
   *
   * @param unseen first revisions that no table ever showed
   */
  record Result(Load load, Latencies latencies, long unseen) {}
}
