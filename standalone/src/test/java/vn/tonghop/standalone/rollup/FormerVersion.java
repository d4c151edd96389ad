package vn.tonghop.standalone.rollup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.schemas.mapping.ReportStateMapping;
import vn.tonghop.schemas.serde.AvroBinary;
import vn.tonghop.schemas.state.ReportStateSerde;
import vn.tonghop.standalone.Await;

/** Leaves topics and folders as the version with two hops did. */
record FormerVersion(Ground ground, String application) {

  private static final int PARTITIONS = 4;
  private static final AvroBinary<vn.tonghop.internal.ReportState> FORMER =
      AvroBinary.of(vn.tonghop.internal.ReportState.class);

  String states() {
    return application + "-report-states-changelog";
  }

  String intake() {
    return application + "-intake-repartition";
  }

  /** What the new layout's changelog holds; every record, in the broker's order. */
  List<ReportState> carriedOver() {
    ReportStateSerde serde = new ReportStateSerde(Ground.REGIME);
    return RawTopic.read(ground, newChangelog()).stream()
        .map(record -> serde.deserializer().deserialize(record.topic(), record.value()))
        .toList();
  }

  List<ConsumerRecord<byte[], byte[]>> newRecords() {
    return RawTopic.read(ground, newChangelog());
  }

  /** All former topics, and these states. */
  void leave(Sender sender, List<ReportState> states)
      throws ExecutionException, InterruptedException {
    createTopics(topics());
    states.forEach(state -> sender.send(record(state)));
  }

  /** Its own topics. */
  List<String> topics() {
    return List.of(
        intake(),
        application + "-moves-repartition",
        states(),
        application + "-unit-rows-changelog",
        application + "-programme-pulse-changelog");
  }

  void createTopics(List<String> names) throws ExecutionException, InterruptedException {
    ground
        .admin()
        .createTopics(
            names.stream()
                .map(name -> new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()))
                .toList())
        .all()
        .get();
    Await.until("they are seen", Ground.SOON, () -> all().containsAll(names));
  }

  /** Those of its topics that are there. */
  Set<String> seen() {
    Set<String> seen = new HashSet<>(all());
    seen.retainAll(topics());
    return seen;
  }

  private Set<String> all() {
    return ground.admin().listTopics().names().toCompletionStage().toCompletableFuture().join();
  }

  /** Takes the new layout away. */
  void withoutNewTopics() throws ExecutionException, InterruptedException {
    ground
        .admin()
        .deleteTopics(List.of(newChangelog(), application + "-submissions-repartition"))
        .all()
        .get();
  }

  /** Folders of its tasks in an instance's state directory. */
  void leaveFolders(Path state) throws IOException {
    for (String store : List.of("1_0/rocksdb/report-states", "2_3/rocksdb/unit-rows")) {
      Path folder = state.resolve(application).resolve(store);
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("CURRENT"), "former");
    }
  }

  String newChangelog() {
    return application + "-accepted-reports-changelog";
  }

  private ProducerRecord<byte[], byte[]> record(ReportState state) {
    Submission highest = state.highest();
    String unit = highest.programme() + "|" + highest.body().id();
    int partition =
        Utils.toPositive(Utils.murmur2(unit.getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
    String key = unit + "|" + state.period().label();
    return new ProducerRecord<>(
        states(),
        partition,
        highest.receivedAt().toEpochMilli(),
        key.getBytes(StandardCharsets.UTF_8),
        FORMER.serializer().serialize(states(), ReportStateMapping.toAvro(state)));
  }
}
