package vn.tonghop.streams.runtime;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.InterruptException;
import vn.tonghop.schemas.registry.Bounded;
import vn.tonghop.schemas.registry.RegistryUnavailableException;
import vn.tonghop.schemas.registry.SchemaLookup;
import vn.tonghop.schemas.registry.SchemaLookup.Answer;

/**
 * Lets a record into the topology once its schema is known, or known to be missing, and gives the
 * same answer when it is judged: by then the registry may have gone away, and asking again would
 * stop the thread for all units. May be shared between threads.
 */
final class SchemaGate {

  /** Senders can name any id; what is forgotten is asked for again. */
  static final int REMEMBERED = 10_000;

  /** Less than the five minutes after which the group takes an idle member's tasks away. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SchemaLookup schemas;
  private final Duration patience;

  /** The ids that were last found missing. */
  private final Map<Integer, Boolean> missing =
      Collections.synchronizedMap(new Bounded<>(REMEMBERED));

  SchemaGate(SchemaLookup schemas) {
    this(schemas, PATIENCE);
  }

  SchemaGate(SchemaLookup schemas, Duration patience) {
    this.schemas = schemas;
    this.patience = patience;
  }

  /** Whether the registry has answered for this id; never blocks. */
  boolean isAnswered(int id) {
    Answer answer = schemas.lookup(id);
    if (answer instanceof Answer.Known) {
      missing.remove(id);
      return true;
    }
    if (answer instanceof Answer.Unknown) {
      missing.put(id, true);
      return true;
    }
    return false;
  }

  /**
   * The schema of a record that was let in; empty if there is none.
   *
   * @throws RegistryUnavailableException if so many other ids came since that the answer was
   *     forgotten, and the registry is away: the thread starts anew, reads the record again, and
   *     then holds it back at the gate, where nobody else waits for it
   */
  Optional<Schema> schema(int id) {
    Answer answer = schemas.lookup(id);
    if (answer instanceof Answer.Known known) {
      return Optional.of(known.schema());
    }
    if (answer instanceof Answer.Unknown || missing.containsKey(id)) {
      return Optional.empty();
    }
    try {
      return schemas.awaitSchema(id, patience);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
