package vn.tonghop.standalone.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.metadata.BrokerRegistrationChangeRecord;
import org.apache.kafka.common.metadata.RegisterBrokerRecord;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.record.internal.FileLogInputStream.FileChannelRecordBatch;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.MetadataRecordSerde;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tonghop.standalone.process.LocalPort;

/**
 * Takes the leadership from a broker that was killed, before it starts again.
 *
 * <p>A single node that was killed finds itself the leader of everything in its own metadata. It
 * goes on with transactions that were being committed before it listens; when it registers, its
 * partitions have no leader for a moment, and Kafka 4.3.1 then takes them for deleted, leaves the
 * commit's marks out and calls the transaction complete: readers of committed records would wait
 * before them for ever. A controller alone has nothing to send: it waits until the dead broker's
 * session has run out, which the start would have to wait for anyway.
 */
final class KilledBroker {

  private static final Logger LOG = LoggerFactory.getLogger(KilledBroker.class);

  /** What Kafka leaves behind when it ends cleanly, and takes away when it starts. */
  private static final String ENDED_CLEANLY = ".kafka_cleanshutdown";

  private static final String METADATA = "__cluster_metadata-0";
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** The dead broker's session: nobody is there who could still renew it. */
  private static final Map<String, String> SHORT_SESSION =
      Map.of("broker.session.timeout.ms", "500", "broker.heartbeat.interval.ms", "200");

  private KilledBroker() {}

  /** Does nothing in a new folder, or one whose broker ended cleanly. */
  static void fence(BrokerSettings settings) {
    Path log = NodeConfig.logFolder(settings);
    if (!Files.isDirectory(log.resolve(METADATA)) || Files.exists(log.resolve(ENDED_CLEANLY))) {
      return;
    }
    Map<String, String> config = new HashMap<>();
    config.putAll(NodeConfig.ofController(settings, LocalPort.free(NodeConfig.CONTROLLER_HOST)));
    config.putAll(SHORT_SESSION);
    KafkaRaftServer controller =
        FaultTrap.start(
            settings.folder(),
            () -> new KafkaRaftServer(new KafkaConfig(config, false), Time.SYSTEM));
    try {
      awaitFenced(log.resolve(METADATA));
    } finally {
      controller.shutdown();
      controller.awaitShutdown();
    }
  }

  private static void awaitFenced(Path metadata) {
    long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!isFenced(metadata)) {
      if (System.nanoTime() > deadline) {
        LOG.warn("the killed broker's session did not run out within {}", LONGEST_WAIT);
        return;
      }
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** What the last record on it says, of a cluster that has one broker. */
  private static boolean isFenced(Path metadata) {
    boolean fenced = false;
    try (Stream<Path> files = Files.list(metadata)) {
      List<Path> segments =
          files.filter(each -> each.toString().endsWith(Segment.ENDING)).sorted().toList();
      for (Path segment : segments) {
        fenced = isFenced(segment, fenced);
      }
      return fenced;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isFenced(Path segment, boolean before) throws IOException {
    boolean fenced = before;
    FileRecords records = FileRecords.open(segment.toFile(), false);
    try {
      for (FileChannelRecordBatch batch : records.batches()) {
        if (!batch.isControlBatch()) {
          for (Record each : batch) {
            fenced = isFenced(read(each), fenced);
          }
        }
      }
    } finally {
      // Closing the records as such would cut off what the controller has written meanwhile.
      records.closeHandlers();
    }
    return fenced;
  }

  private static boolean isFenced(ApiMessage message, boolean before) {
    if (message instanceof RegisterBrokerRecord registered) {
      return registered.fenced();
    }
    if (message instanceof BrokerRegistrationChangeRecord changed && changed.fenced() != 0) {
      return changed.fenced() > 0;
    }
    return before;
  }

  private static ApiMessage read(Record each) {
    return MetadataRecordSerde.INSTANCE
        .read(new ByteBufferAccessor(each.value()), each.valueSize())
        .message();
  }
}
