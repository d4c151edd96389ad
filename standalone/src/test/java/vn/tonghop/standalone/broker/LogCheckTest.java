package vn.tonghop.standalone.broker;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.tonghop.standalone.process.StartException;

/** A log that lost something is refused before Kafka would cut it off. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class LogCheckTest {

  /** Of a batch, after its offset. */
  private static final int LENGTH_AT = 8;

  private final Path folder;
  private final Path log;

  LogCheckTest(@TempDir Path folder) {
    this.folder = folder;
    this.log = folder.resolve("log");
  }

  @Test
  void damageIsNamedAndARecordThatAKillCutOffIsNone() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder))) {
      Records.createTopic(broker.bootstrap());
      Records.writeInOneTransaction(broker.bootstrap(), List.of("a", "b", "c"));
    }
    LogCheck.requireWhole(log);
    Path segment = written();
    byte[] whole = Files.readAllBytes(segment);

    byte[] garbled = whole.clone();
    garbled[whole.length / 2] ^= 1;
    Files.write(segment, garbled);
    assertRefused(segment.toString());

    // A length that reaches beyond the file looks like a write that was broken off.
    byte[] lengthened = whole.clone();
    lengthened[LENGTH_AT] = Byte.MAX_VALUE;
    Files.write(segment, lengthened);
    assertRefused(segment.toString());

    Files.write(segment, Arrays.copyOf(whole, whole.length / 2));
    assertRefused(folderOf(segment));

    byte[] cutOff = Arrays.copyOf(whole, whole.length + 30);
    System.arraycopy(whole, 0, cutOff, whole.length, 30);
    Files.write(segment, cutOff);
    LogCheck.requireWhole(log);

    Files.write(segment, whole);
    delete(log.resolve("__cluster_metadata-0"));
    assertRefused("__cluster_metadata-0");
  }

  private void assertRefused(String place) {
    StartException refused =
        assertThrows(
            StartException.class, () -> EmbeddedBroker.start(BrokerSettings.in(folder)).close());
    assertTrue(refused.getMessage().contains(place), refused.getMessage());
    assertTrue(refused.text().isPresent(), "in one language only");
  }

  /** The longest segment of the topic that the test wrote to. */
  private Path written() throws IOException {
    try (Stream<Path> all = Files.walk(log)) {
      return all.filter(each -> each.toString().endsWith(".log"))
          .filter(each -> !each.toString().contains("/__"))
          .max(Comparator.comparingLong(each -> each.toFile().length()))
          .orElseThrow();
    }
  }

  private static String folderOf(Path file) {
    String all = file.toString();
    return all.substring(0, all.lastIndexOf('/'));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
