package vn.tonghop.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.tonghop.bench.cluster.Cluster;
import vn.tonghop.bench.cluster.Filled;
import vn.tonghop.bench.cluster.Jvm;
import vn.tonghop.bench.drain.Drain;
import vn.tonghop.bench.drain.Drained;
import vn.tonghop.bench.drain.RollUp;
import vn.tonghop.bench.workload.Shape;
import vn.tonghop.bench.workload.Workload;

/** What experiments have in common: how much to measure, where, and a cluster with reports. */
public final class Bench implements AutoCloseable {

  /** Reports that an experiment sends after the first ones: their programmes must be known. */
  private static final long MOST_ON_TOP = 500_000;

  private final Scale scale;
  private final Path folder;
  private final PrintWriter progress;
  private @Nullable Filled filled;
  private @Nullable Settled settled;
  private int clusters;
  private int runs;

  Bench(Scale scale, Path folder, PrintWriter progress) {
    this.scale = scale;
    this.folder = folder;
    this.progress = progress;
  }

  public Scale scale() {
    return scale;
  }

  /** How child JVMs are started. */
  public Jvm jvm() {
    return Jvm.asThisOne();
  }

  /** A cluster whose report topics hold that workload; the one before is closed if another. */
  public Filled filled(Shape shape, long count) throws InterruptedException {
    if (filled != null && filled.count() == count && filled.workload().shape().equals(shape)) {
      return filled;
    }
    Workload workload = Workload.of(shape);
    Cluster cluster = cluster(workload, count);
    try {
      say("sending %,d reports of %s".formatted(count, shape));
      filled = Filled.of(cluster, workload, count);
      return filled;
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /**
   * A cluster whose first so many reports of the standard workload the roll-up has read; the one
   * that there is, though more may have been sent since, or a new one.
   */
  public Settled settled(long count) throws InterruptedException {
    if (settled != null && settled.filled().count() == count) {
      return settled;
    }
    Filled reports = filled(Shape.STANDARD, count);
    // Others that drain it would begin where this one has ended.
    filled = null;
    Path own = runFolder("settled");
    try {
      Drained drained = Drain.run(reports, RollUp.asDelivered(jvm()), own);
      settled = new Settled(reports, own, drained);
      return settled;
    } catch (RuntimeException | InterruptedException e) {
      reports.close();
      throw e;
    }
  }

  /** A new cluster for that workload, without any report; the caller's to close. */
  public Cluster cluster(Workload workload, long count) throws InterruptedException {
    close();
    Path own = newFolder("cluster-" + ++clusters);
    return Cluster.start(jvm(), own, workload.units(), workload.reference(count + MOST_ON_TOP));
  }

  /** An empty folder for one run of one system. */
  public Path runFolder(String name) {
    return newFolder("run-" + ++runs + "-" + name);
  }

  private Path newFolder(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells the one who waits what is being done. */
  public void say(String what) {
    progress.println("bench: " + what);
    progress.flush();
  }

  /** Ends the cluster that there is. */
  @Override
  public void close() {
    if (filled != null) {
      filled.close();
      filled = null;
    }
    if (settled != null) {
      settled.filled().close();
      settled = null;
    }
  }
}
