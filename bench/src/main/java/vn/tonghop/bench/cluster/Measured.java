package vn.tonghop.bench.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/** What a process has used of the machine, as Linux counts it. */
public record Measured(long pid) {

  /** Of a line in /proc/PID/stat, counted from the name's closing bracket on: the state is 0. */
  private static final int USER = 11;

  private static final int SYSTEM = 12;

  /** USER_HZ is 100 on every machine that the JVM runs on. */
  private static final long MICROS_A_TICK = 10_000;

  private static final long BYTES_A_KIB = 1024;

  /** User and system time of all its threads since its start, microseconds, in steps of 10,000. */
  public long cpuMicros() {
    String stat = read("stat");
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) * MICROS_A_TICK;
  }

  /** The most memory that was resident at any time, bytes. */
  public long peakBytes() {
    return status("VmHWM:");
  }

  /** The most memory that was resident so far, bytes; 0 once the process is ending or has ended. */
  public long peakBytesOrNone() {
    try {
      return lines("VmHWM:").findFirst().orElse(0);
    } catch (UncheckedIOException e) {
      if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
        return 0;
      }
      throw e;
    }
  }

  private LongStream lines(String name) {
    return read("status")
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * BYTES_A_KIB);
  }

  private long status(String name) {
    return lines(name)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + name + " of process " + pid));
  }

  private String read(String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), file));
    } catch (IOException e) {
      throw new UncheckedIOException("process " + pid + " cannot be measured", e);
    }
  }
}
