package vn.tonghop.bench.cluster;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.tonghop.standalone.process.ChildJvm;
import vn.tonghop.standalone.process.ParentWatch;

/**
 * How child JVMs are started: with this one's options, which are the launcher's, and its classes.
 *
 * @param options of the JVM, later ones before earlier ones
 * @param classPath as of {@code java -cp}
 */
public record Jvm(List<String> options, String classPath) {

  private static final String PROGRAM = "vn.tonghop.standalone.Tonghop";

  public Jvm {
    options = List.copyOf(options);
  }

  /** As this one. */
  public static Jvm asThisOne() {
    List<String> options =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(option -> !option.startsWith("-javaagent"))
            .toList();
    return new Jvm(options, System.getProperty("java.class.path"));
  }

  /** With more options, which go before those that are there. */
  public Jvm with(List<String> more) {
    List<String> all = new ArrayList<>(options);
    all.addAll(more);
    return new Jvm(all, classPath);
  }

  /**
   * Starts a class with a main method. It is watched by a main class and not by an agent, with
   * which a JVM takes next to nothing from an archive of classes.
   */
  public ChildJvm start(Path log, String main, List<String> arguments) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-cp", classPath, ParentWatch.class.getName(), main));
    all.addAll(arguments);
    return ChildJvm.start(all, log);
  }

  /** Starts a command of {@code ./tonghop}. */
  public ChildJvm tonghop(Path log, List<String> arguments) {
    return start(log, PROGRAM, arguments);
  }
}
