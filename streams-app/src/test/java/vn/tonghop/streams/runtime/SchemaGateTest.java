package vn.tonghop.streams.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import vn.tonghop.schemas.registry.RegistryUnavailableException;
import vn.tonghop.schemas.registry.SchemaLookup;
import vn.tonghop.schemas.registry.SchemaLookup.Answer;

/** What lets a record in is what it is judged by, whatever becomes of the registry meanwhile. */
class SchemaGateTest {

  private static final int ID = 7;
  private static final Schema SCHEMA = Schema.create(Schema.Type.STRING);

  @Test
  void aSchemaThatWasMissingAtTheGateIsMissingWhenJudgedThoughTheRegistryIsAway() {
    SchemaGate gate = gate(new Answer.Unknown("no such id"), new Answer.Unavailable("away"));
    assertTrue(gate.isAnswered(ID));
    assertEquals(Optional.empty(), gate.schema(ID));
  }

  @Test
  void aSchemaRegisteredSinceIsUsed() {
    SchemaGate gate = gate(new Answer.Unknown("no such id"), new Answer.Known(SCHEMA));
    assertTrue(gate.isAnswered(ID));
    assertEquals(Optional.of(SCHEMA), gate.schema(ID));
  }

  @Test
  void whatWasNeverAnsweredIsWaitedFor() {
    SchemaGate gate = gate(new Answer.Pending(), new Answer.Pending());
    assertFalse(gate.isAnswered(ID));
    assertEquals(Optional.of(SCHEMA), gate.schema(ID));
  }

  @Test
  void whatWasForgottenHoldsUpAThreadNoLongerThanABound() {
    RegistryThatGoesAway registry = new RegistryThatGoesAway();
    SchemaGate gate = new SchemaGate(registry, Duration.ofMillis(1));
    for (int id = 1; id <= SchemaGate.REMEMBERED + 1; id++) {
      assertTrue(gate.isAnswered(id));
    }
    registry.away = true;
    assertEquals(Optional.empty(), gate.schema(2));
    assertEquals(Optional.empty(), gate.schema(SchemaGate.REMEMBERED + 1));
    assertThrows(RegistryUnavailableException.class, () -> gate.schema(1));
    assertFalse(gate.isAnswered(1));
  }

  /** It knows no schema, and says so until it is away. */
  private static final class RegistryThatGoesAway implements SchemaLookup {
    private boolean away;

    @Override
    public Answer lookup(int id) {
      return away ? new Answer.Unavailable("away") : new Answer.Unknown("no such id");
    }

    @Override
    public Optional<Schema> awaitSchema(int id, Duration most) {
      throw new RegistryUnavailableException("away for longer than " + most);
    }
  }

  private static SchemaGate gate(Answer... inTurn) {
    Deque<Answer> answers = new ArrayDeque<>(List.of(inTurn));
    return new SchemaGate(
        new SchemaLookup() {
          @Override
          public Answer lookup(int id) {
            return answers.remove();
          }

          @Override
          public Optional<Schema> awaitSchema(int id, Duration most) {
            return Optional.of(SCHEMA);
          }
        });
  }
}
