package vn.tonghop.bench.peer;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.avro.Schema;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import vn.tonghop.bench.cluster.ReferenceTopic;
import vn.tonghop.schemas.registry.RegistryClient;
import vn.tonghop.schemas.registry.RegistrySettings;
import vn.tonghop.schemas.serde.ProgressReportDecoder;
import vn.tonghop.streams.config.RollUpSettings;

/**
 * A peer as a process of its own: its arguments are its name and a properties file of {@code run}.
 */
public final class PeerMain {

  /** Or the broker would wait for it until the session's time-out. */
  private static final CloseOptions LEAVING =
      CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);

  private PeerMain() {}

  /** Prints a line once started; SIGTERM ends it; a failure ends it with 1. */
  public static void main(String[] args) throws IOException, InterruptedException {
    RollUpSettings settings = RollUpSettings.of(read(Path.of(args[1])));
    StreamsConfig config = PeerSettings.of(settings);
    PeerCheck check =
        new PeerCheck(
            new ProgressReportDecoder(schemas(settings)::schema),
            ReferenceTopic.first(settings),
            settings.regime());
    CountDownLatch ended = new CountDownLatch(1);
    KafkaStreams streams =
        new KafkaStreams(PeerJob.named(args[0]).topology(config, settings, check), config);
    streams.setUncaughtExceptionHandler(
        failure -> {
          failure.printStackTrace();
          return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    streams.setStateListener(
        (now, before) -> {
          if (now.hasCompletedShutdown()) {
            ended.countDown();
          }
        });
    Runtime.getRuntime().addShutdownHook(new Thread(() -> streams.close(LEAVING)));
    streams.start();
    System.out.println("started application=" + settings.applicationId());
    ended.await();
    if (streams.state() == KafkaStreams.State.ERROR) {
      System.exit(1);
    }
  }

  /** Schemas by id, each asked for once. */
  private record Schemas(RegistryClient client, Map<Integer, Schema> known) {

    Optional<Schema> schema(int id) {
      return Optional.of(known.computeIfAbsent(id, client::schema));
    }
  }

  private static Schemas schemas(RollUpSettings settings) {
    return new Schemas(
        new RegistryClient(RegistrySettings.at(settings.registryUrl())), new ConcurrentHashMap<>());
  }

  private static Map<String, String> read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    Map<String, String> settings = new HashMap<>();
    properties.stringPropertyNames().forEach(k -> settings.put(k, properties.getProperty(k)));
    return settings;
  }
}
