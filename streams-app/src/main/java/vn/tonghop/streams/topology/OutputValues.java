package vn.tonghop.streams.topology;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import vn.tonghop.schemas.output.OutputRecord;
import vn.tonghop.schemas.serde.AvroBinary;
import vn.tonghop.schemas.serde.RecordBytes;
import vn.tonghop.schemas.serde.RegistryAvroSerializer;

/**
 * How values of topics that outside programs read are written: in the registry's wire format, by
 * whichever serializer the settings name. A registry that is away is waited for.
 */
public final class OutputValues {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** Less than the five minutes after which the group takes an idle member's tasks away. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Serializer<Object> serializer;

  /** By topic, each of which has records of one kind. */
  private final Map<String, byte[]> headers = new ConcurrentHashMap<>();

  /**
   * @param serializer configured; shared by all output topics and stream threads
   */
  public OutputValues(Serializer<Object> serializer) {
    this.serializer = serializer;
  }

  /**
   * Asks the registry for the schemas of all output, so that no transaction has to wait for it
   * later: what the serializer has asked once, it knows.
   *
   * @throws SerializationException if the registry is out of reach or has not got one of them
   */
  public void askForSchemas() {
    OutputRecord.ALL.forEach(
        record -> serializer.serialize("at the start", AvroBinary.blank(record.type())));
  }

  /** A serde that only writes: the topology never reads an output topic. */
  <T> Serde<T> of(OutputRecord<T> record) {
    return Serdes.serdeFrom(
        (topic, value) -> write(topic, record, value),
        (topic, bytes) -> {
          throw new UnsupportedOperationException("output topics are not read: " + topic);
        });
  }

  @SuppressWarnings("NullAway") // Kafka's interfaces mean null by null and do not say so.
  private <T> byte[] write(String topic, OutputRecord<T> record, @Nullable T value) {
    if (value == null) {
      return null;
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        byte[] header = header(topic, record);
        return header == null
            ? serializer.serialize(topic, record.toAvro(value))
            : RecordBytes.write(header, out -> record.write(value, out));
      } catch (IOException e) {
        throw new SerializationException("cannot write a " + record.type().getName(), e);
      } catch (SerializationException e) {
        if (!isAway(e)) {
          throw e;
        }
        if (System.nanoTime() > deadline) {
          throw new TimeoutException("the registry is out of reach", e);
        }
        LockSupport.parkNanos(pause.toNanos());
        pause = pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      }
    }
  }

  /** What goes before fields written by hand; null if the serializer is none of ours. */
  private byte @Nullable [] header(String topic, OutputRecord<?> record) {
    byte[] known = headers.get(topic);
    if (known != null || !(serializer instanceof RegistryAvroSerializer ours)) {
      return known;
    }
    byte[] header = ours.header(topic, SpecificData.get().getSchema(record.type()));
    if (header != null) {
      headers.put(topic, header);
    }
    return header;
  }

  /** Whether the registry could not be asked, as against a record that cannot be written. */
  private static boolean isAway(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RetriableException || cause instanceof SocketException) {
        return true;
      }
    }
    return false;
  }
}
