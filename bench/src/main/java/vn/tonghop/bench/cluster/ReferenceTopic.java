package vn.tonghop.bench.cluster;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.tonghop.domain.reference.ReferenceHistory;
import vn.tonghop.streams.config.RegistrySerde;
import vn.tonghop.streams.config.RollUpSettings;
import vn.tonghop.streams.runtime.ReferenceReader;

/** The reference data that a workload has from its beginning to its end: one version. */
public final class ReferenceTopic {

  private ReferenceTopic() {}

  /** Reads the topic to its end and gives the first version. */
  public static ReferenceHistory.Version first(RollUpSettings settings)
      throws InterruptedException {
    Map<String, Object> clients = new HashMap<>(settings.clients());
    clients.put("bootstrap.servers", settings.bootstrapServers());
    clients.put("isolation.level", "read_committed");
    try (ReferenceReader reader =
        new ReferenceReader(
            new KafkaConsumer<>(clients, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
            new RegistrySerde(settings).deserializer(),
            true)) {
      reader.readToEnd();
      return reader.history().orElseThrow().first();
    }
  }
}
