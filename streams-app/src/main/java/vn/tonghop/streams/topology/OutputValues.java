package vn.tonghop.streams.topology;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * How values of topics that outside programs read are written: in the registry's wire format, by
 * whichever serializer the settings name.
 */
public final class OutputValues {

  private final Serializer<Object> serializer;

  /**
   * @param serializer configured; shared by all output topics
   */
  public OutputValues(Serializer<Object> serializer) {
    this.serializer = serializer;
  }

  /** A serde that only writes: the topology never reads an output topic. */
  <T> Serde<T> of() {
    return Serdes.serdeFrom(
        (topic, value) -> serializer.serialize(topic, value),
        (topic, bytes) -> {
          throw new UnsupportedOperationException("output topics are not read: " + topic);
        });
  }
}
