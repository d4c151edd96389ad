package vn.tonghop.streams.runtime;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.InterruptException;
import vn.tonghop.schemas.registry.SchemaLookup;
import vn.tonghop.schemas.registry.SchemaLookup.Answer;

/**
 * Lets a record into the topology once its schema is known, or known to be missing, and gives the
 * same answer when it is judged: by then the registry may have gone away, and asking again would
 * stop the thread for all units. May be shared between threads.
 */
final class SchemaGate {

  /** Senders can name any id; what is forgotten is asked for again. */
  private static final int REMEMBERED = 10_000;

  private final SchemaLookup schemas;
  private final Set<Integer> missing = ConcurrentHashMap.newKeySet();

  SchemaGate(SchemaLookup schemas) {
    this.schemas = schemas;
  }

  /** Whether the registry has answered for this id; never blocks. */
  boolean isAnswered(int id) {
    Answer answer = schemas.lookup(id);
    if (answer instanceof Answer.Known) {
      missing.remove(id);
      return true;
    }
    if (answer instanceof Answer.Unknown) {
      if (missing.size() >= REMEMBERED) {
        missing.clear();
      }
      missing.add(id);
      return true;
    }
    return false;
  }

  /** The schema of a record that was let in; empty if there is none. */
  Optional<Schema> schema(int id) {
    Answer answer = schemas.lookup(id);
    if (answer instanceof Answer.Known known) {
      return Optional.of(known.schema());
    }
    if (answer instanceof Answer.Unknown || missing.contains(id)) {
      return Optional.empty();
    }
    try {
      return schemas.awaitSchema(id);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
