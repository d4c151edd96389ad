package vn.tonghop.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.utils.AppInfoParser;

/** What the figures were measured on. */
public final class Machine {

  private Machine() {}

  /** Processor, memory, versions and the load before anything was started. */
  public static Map<String, Object> describe() {
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("processor", first("/proc/cpuinfo", "model name"));
    machine.put("cores", Runtime.getRuntime().availableProcessors());
    machine.put("memory", first("/proc/meminfo", "MemTotal"));
    machine.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    machine.put(
        "jdk", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    // Properties say where things lie and what is logged; so does the path of an archive.
    machine.put(
        "options",
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(option -> option.startsWith("-X") && !option.startsWith("-Xlog"))
            .map(option -> option.replaceFirst("=/.*/", "="))
            .toList()
            .toString());
    machine.put("kafka", AppInfoParser.getVersion());
    machine.put("avro", String.valueOf(Schema.class.getPackage().getImplementationVersion()));
    machine.put("load before", text("/proc/loadavg").strip());
    return machine;
  }

  private static String first(String file, String name) {
    return text(file)
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  private static String text(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
