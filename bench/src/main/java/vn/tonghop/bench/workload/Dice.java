package vn.tonghop.bench.workload;

/**
 * Draws that depend on what they are for and on nothing else, so that any report can be made again
 * by itself. The mixing is SplitMix64's.
 */
final class Dice {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long seed;

  Dice(long seed) {
    this.seed = mix(seed + GOLDEN);
  }

  /** Dice of their own for one thing: the same for the same thing. */
  Dice of(long what) {
    return new Dice(seed ^ mix(what * GOLDEN + 1));
  }

  /** From 0 to {@code bound} − 1. */
  int below(long draw, int bound) {
    return (int) Math.floorMod(mix(seed + draw * GOLDEN), (long) bound);
  }

  boolean chance(long draw, int perMille) {
    return below(draw, 1000) < perMille;
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
