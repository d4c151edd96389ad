package vn.tonghop.bench;

import java.nio.file.Path;
import vn.tonghop.bench.cluster.Filled;
import vn.tonghop.bench.drain.Drained;

/**
 * A cluster whose reports the roll-up has read to the end. It has ended since, and starts again
 * with its state where it stopped.
 *
 * @param folder with its state
 * @param drained what reading them cost
 */
public record Settled(Filled filled, Path folder, Drained drained) {}
