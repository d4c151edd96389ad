package vn.tonghop.schemas.registry;

import java.time.Duration;
import java.util.Optional;
import org.apache.avro.Schema;

/** Writer schemas by id, for a reader that must neither block nor take "away" for "unknown". */
public interface SchemaLookup {

  /** What is known about an id at this moment. */
  sealed interface Answer {
    /** The registry gave this schema; an id's schema never changes. */
    record Known(Schema schema) implements Answer {}

    /** The registry was reached and has no usable schema of this id. */
    record Unknown(String reason) implements Answer {}

    /** The registry has been asked and has not answered yet. Ask again later. */
    record Pending() implements Answer {}

    /** The registry is out of reach; it will be asked again after a pause. Ask again later. */
    record Unavailable(String reason) implements Answer {}
  }

  /** Never blocks; starts a fetch in the background where none is under way. */
  Answer lookup(int id);

  /**
   * Waits for a registry that is out of reach, asking again with a bounded back-off.
   *
   * @return empty if the registry says that there is no such schema
   * @throws RegistryUnavailableException if the registry is out of reach for longer than that
   * @throws InterruptedException if the waiting thread is interrupted
   */
  Optional<Schema> awaitSchema(int id, Duration most) throws InterruptedException;
}
