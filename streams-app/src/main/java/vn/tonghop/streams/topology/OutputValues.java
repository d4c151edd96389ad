package vn.tonghop.streams.topology;

import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import vn.tonghop.schemas.serde.AvroBinary;

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
    Ports.OUTPUT.forEach(type -> serializer.serialize("at the start", AvroBinary.blank(type)));
  }

  /** A serde that only writes: the topology never reads an output topic. */
  <T> Serde<T> of() {
    return Serdes.serdeFrom(
        this::write,
        (topic, bytes) -> {
          throw new UnsupportedOperationException("output topics are not read: " + topic);
        });
  }

  @SuppressWarnings("NullAway") // Kafka's interfaces mean null by null and do not say so.
  private byte[] write(String topic, @Nullable Object value) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        return serializer.serialize(topic, value);
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
