package vn.tonghop.standalone.rollup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tonghop.schemas.topic.Topics;
import vn.tonghop.standalone.HelperJvm;
import vn.tonghop.standalone.broker.BrokerMain;
import vn.tonghop.streams.runtime.RollUpInstance;

/**
 * A few hundred kilobytes on the wire can be hundreds of megabytes of zeros. The broker unpacks
 * them before it looks at the topic's limit, so it is a broker in a JVM of its own, with little
 * memory, that has to live through it.
 */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class CompressedBombsTest {

  private static final String BROKER_HEAP = "-Xmx256m";
  private static final int UNPACKED_BYTES = 200 << 20;

  @TempDir private static Path folder;
  private static HelperJvm broker;
  private static Ground ground;
  private static RollUpInstance rollUp;
  private static Sender sender;
  private static Receipts receipts;
  private static int revision;

  @BeforeAll
  static void start() throws Exception {
    broker =
        HelperJvm.start(
            List.of(BROKER_HEAP), BrokerMain.class, folder.resolve("broker").toString());
    ground = Ground.on(broker, folder, List.of("01", "40"));
    rollUp = ground.rollUp();
    sender = new Sender(ground);
    receipts = new Receipts(ground, List.of("01", "40"));
  }

  @AfterAll
  static void close() {
    receipts.close();
    sender.close();
    rollUp.close();
    ground.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "zstd", "lz4", "snappy"})
  void itIsRefusedAndNeitherTheBrokerNorAnybodyElseIsHarmed(String codec) {
    try (Sender bomber = new Sender(ground, bomber(codec))) {
      var answer =
          bomber
              .producer()
              .send(new ProducerRecord<>(Topics.reports("40").name(), new byte[UNPACKED_BYTES]));
      assertThrows(ExecutionException.class, answer::get);
    }
    assertTrue(broker.isAlive());
    assertEquals(0, ground.lag("40").get(0).end(), "something got onto the topic");
    revision++;
    assertTrue(receipts.outcome(sender.send(SomeReports.right("01", revision))).isAccepted());
    Ground.assertWell(rollUp);
  }

  /** Sends it once: what is tried again would be refused again. */
  private static Map<String, Object> bomber(String codec) {
    return Map.of(
        "compression.type",
        codec,
        "max.request.size",
        2 * UNPACKED_BYTES,
        "buffer.memory",
        2L * UNPACKED_BYTES,
        "enable.idempotence",
        false,
        "retries",
        0);
  }
}
