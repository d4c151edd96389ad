package vn.tonghop.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The yardstick works: every system reads everything, and the roll-up's output is the oracle's. */
@Tag("built")
class BenchTest {

  private static final Path ROOT = Path.of(System.getProperty("tonghop.root"));
  private static final int PATIENCE_MINUTES = 20;

  /** The others take minutes even when small; {@code ./tonghop bench} runs them all. */
  private static final List<String> QUICK = List.of("throughput", "codec");

  private final Path folder;

  BenchTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  @Timeout(value = PATIENCE_MINUTES, unit = TimeUnit.MINUTES)
  void theSmallRunMeasuresEverySystemAndFindsNothingWrong()
      throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    ProcessBuilder launch =
        new ProcessBuilder(
                ROOT.resolve("tonghop").toString(),
                "bench",
                "--only",
                String.join(",", QUICK),
                "--out",
                folder.resolve("out").toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    launch.environment().put("TONGHOP_NO_BUILD", "1");
    Process process = launch.start();
    try {
      assertEquals(0, process.waitFor(), Files.readString(log));
    } finally {
      process.destroy();
    }
    JsonNode report = new ObjectMapper().readTree(folder.resolve("out/bench.json").toFile());
    assertEquals(0, report.get("wrong").size());
    for (String each : QUICK) {
      assertTrue(report.get("settings").has("seconds of " + each), each);
    }
    JsonNode round = report.get("raw").get("throughput").get(0);
    for (String system :
        List.of("ours", "L0", "L1", "L2", "L3", "L4", "L5", "streams-dsl", "streams-dsl-whole")) {
      assertTrue(round.get(system).get("reports").asLong() > 0, system);
    }
    assertTrue(Files.readString(folder.resolve("out/bench.md")).contains("## Goals"));
  }
}
