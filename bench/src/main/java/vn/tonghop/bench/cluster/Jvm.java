package vn.tonghop.bench.cluster;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.tonghop.standalone.Distribution;
import vn.tonghop.standalone.process.ChildJvm;

/**
 * How child JVMs are started: with this one's options, which are the launcher's, and its classes.
 *
 * @param options of the JVM, later ones before earlier ones
 * @param classPath as of {@code java -cp}
 * @param agent ends the child with its parent
 */
public record Jvm(List<String> options, String classPath, Path agent) {

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
    return new Jvm(
        options, System.getProperty("java.class.path"), Distribution.find().parentWatch());
  }

  /** With more options, which go before those that are there. */
  public Jvm with(List<String> more) {
    List<String> all = new ArrayList<>(options);
    all.addAll(more);
    return new Jvm(all, classPath, agent);
  }

  /** Starts a class with a main method. */
  public ChildJvm start(Path log, String main, List<String> arguments) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-cp", classPath, main));
    all.addAll(arguments);
    return ChildJvm.start(all, agent, log);
  }

  /** Starts a command of {@code ./tonghop}. */
  public ChildJvm tonghop(Path log, List<String> arguments) {
    return start(log, PROGRAM, arguments);
  }
}
