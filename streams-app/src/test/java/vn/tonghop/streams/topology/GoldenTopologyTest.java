package vn.tonghop.streams.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.TopologyException;
import org.apache.kafka.streams.kstream.Consumed;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.domain.reference.ReferenceData;

/**
 * Names of stores and internal topics are where a running deployment's state lies: they change on
 * purpose or not at all. {@code -Dgolden.rewrite=true} writes the description anew.
 */
class GoldenTopologyTest {

  private static final Path GOLDEN =
      Path.of(System.getProperty("tonghop.root", ".."), "docs", "topology.txt");

  @Test
  void theTopologyIsAsDescribed() throws IOException {
    String description = description();
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, description);
    }
    assertEquals(Files.readString(GOLDEN), description, "if that is meant: -Dgolden.rewrite=true");
  }

  @Test
  void nothingInItHasANameThatKafkaMadeUp() {
    List<String> madeUp =
        description()
            .lines()
            .filter(line -> line.contains("KSTREAM-") || line.contains("KTABLE-"))
            .toList();
    assertEquals(List.of(), madeUp);
  }

  @Test
  void theInternalTopicsAreThoseThatOthersAreTold() {
    String description = description();
    for (String topic : InternalTopics.sources("app")) {
      String name = topic.substring("app-".length());
      assertTrue(description.contains("(topics: [" + name + "])"), name);
    }
    assertEquals(
        InternalTopics.sources("app").size(),
        description
            .lines()
            .filter(line -> line.contains("Source:") && line.contains("-repartition"))
            .count());
  }

  @Test
  void aStepWithoutANameWouldNotBeBuilt() {
    StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(RollUpRun.config()));
    builder.stream("any", Consumed.with(Serdes.String(), Serdes.String()))
        .groupBy((key, value) -> value)
        .count();
    assertThrows(TopologyException.class, builder::build);
  }

  private static String description() {
    return RollUpTopology.build(
            RollUpRun.config(), RollUpRun.rollUp(Regime.CALENDAR, ReferenceData.bundled()))
        .describe()
        .toString()
        // A lambda has another name in each run.
        .replaceAll("extractor class: [^)]*", "by the record");
  }
}
