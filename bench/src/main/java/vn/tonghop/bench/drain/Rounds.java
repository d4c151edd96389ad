package vn.tonghop.bench.drain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import vn.tonghop.bench.Bench;
import vn.tonghop.bench.cluster.Filled;
import vn.tonghop.bench.report.Interval;
import vn.tonghop.bench.report.Report;

/**
 * Measures several systems in rounds, every other one backwards, so that what changes slowly on the
 * machine meets them all alike. A round in which the host took too much is measured again.
 */
public final class Rounds {

  /** Share of the machine's time, 0 to 1. */
  private static final double TOO_MUCH_STOLEN = 0.02;

  private static final int REPEATS = 1;

  private final List<Map<String, Drained>> rounds = new ArrayList<>();

  private Rounds() {}

  /**
   * Measures every system once a round, as many rounds as are asked for and fit in the time, but
   * one at least; what is wrong with an output is told to the report.
   */
  public static Rounds of(
      Bench bench, Filled filled, List<? extends Contender> systems, Duration most, Report report)
      throws InterruptedException {
    Rounds rounds = new Rounds();
    bench.say("asking the oracle");
    Expected expected = Expected.of(filled);
    long start = System.nanoTime();
    for (int i = 0; i < bench.scale().rounds(); i++) {
      long soFar = System.nanoTime() - start;
      if (i > 0 && soFar / i * (i + 1) > most.toNanos()) {
        report.doubt("%d rounds instead of %d: no time".formatted(i, bench.scale().rounds()));
        break;
      }
      List<Contender> order = new ArrayList<>(systems);
      if (i % 2 == 1) {
        Collections.reverse(order);
      }
      rounds.rounds.add(quiet(bench, filled, order, expected, report));
    }
    return rounds;
  }

  private static Map<String, Drained> quiet(
      Bench bench, Filled filled, List<Contender> order, Expected expected, Report report)
      throws InterruptedException {
    for (int repeat = 0; ; repeat++) {
      Map<String, Drained> round = round(bench, filled, order, expected, report);
      double stolen = round.values().stream().mapToDouble(Drained::stolen).max().orElse(0);
      int repeats = bench.scale().pick(0, REPEATS);
      if (stolen > TOO_MUCH_STOLEN && repeat == repeats) {
        report.doubt("a round in which the host took %.1f %% stands".formatted(100 * stolen));
      }
      if (stolen <= TOO_MUCH_STOLEN || repeat == repeats) {
        return round;
      }
      bench.say("the host took %.1f %%: once more".formatted(100 * stolen));
    }
  }

  private static Map<String, Drained> round(
      Bench bench, Filled filled, List<Contender> order, Expected expected, Report report)
      throws InterruptedException {
    Map<String, Drained> round = new LinkedHashMap<>();
    for (Contender system : order) {
      try {
        Drained drained = Drain.run(filled, system, bench.runFolder(system.name()));
        bench.say(
            "%s: %,.0f reports/s, %.1f + %.1f µs a report, %,d MiB"
                .formatted(
                    system.name(),
                    drained.rate(),
                    drained.systemMicros(),
                    drained.brokerMicros(),
                    drained.peakBytes() >> 20));
        round.put(system.name(), drained);
        if (drained.whole()) {
          for (String complaint : system.complaints(filled, expected)) {
            bench.say("WRONG " + system.name() + ": " + complaint);
            report.wrong(system.name() + ": " + complaint);
          }
        }
      } finally {
        system.forget(filled);
      }
    }
    return round;
  }

  /** Every round's measurements, by system. */
  public List<Map<String, Drained>> all() {
    return rounds;
  }

  /** One figure of a system over the rounds. */
  public Interval of(String system, ToDoubleFunction<Drained> figure) {
    return Interval.of(
        rounds.stream().mapToDouble(round -> figure.applyAsDouble(in(round, system))).toArray());
  }

  /** One figure of a system over that of another, in each round. */
  public Interval ratio(String system, String to, ToDoubleFunction<Drained> figure) {
    return Interval.of(
        rounds.stream()
            .mapToDouble(
                round ->
                    figure.applyAsDouble(in(round, system)) / figure.applyAsDouble(in(round, to)))
            .toArray());
  }

  private static Drained in(Map<String, Drained> round, String system) {
    Drained drained = round.get(system);
    if (drained == null) {
      throw new IllegalArgumentException("not measured: " + system);
    }
    return drained;
  }
}
