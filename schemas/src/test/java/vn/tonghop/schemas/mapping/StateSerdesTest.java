package vn.tonghop.schemas.mapping;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.acceptance.SourceRecord;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;
import vn.tonghop.schemas.state.ReportStateSerde;
import vn.tonghop.schemas.state.SubmissionSerde;

/** What the roll-up keeps comes back as it went, or is refused. */
final class StateSerdesTest {

  @Test
  void aSubmissionComesBackAsItWent() {
    RandomFigures.forManyFigures(
        random -> {
          Submission submission = random.submission();
          Serde<Submission> serde = new SubmissionSerde(random.regime);
          assertEquals(submission, read(serde, write(serde, submission)));
        });
  }

  @Test
  void aStateComesBackAsItWent() {
    RandomFigures.forManyFigures(
        random -> {
          ReportState state = random.state();
          Serde<ReportState> serde = new ReportStateSerde(random.regime);
          assertEquals(state, read(serde, write(serde, state)));
        });
  }

  @Test
  void theSameStateIsAlwaysTheSameBytes() {
    RandomFigures random = new RandomFigures(1);
    Serde<ReportState> serde = new ReportStateSerde(random.regime);
    ReportState state = random.state();
    assertArrayEquals(write(serde, state), write(serde, read(serde, write(serde, state))));
  }

  @Test
  void thePeriodIsOneOfTheRegimeThatIsAskedFor() {
    RandomFigures random = new RandomFigures(1);
    Submission submission = random.submission();
    byte[] bytes = write(new SubmissionSerde(random.regime), submission);
    for (Regime regime : Regime.values()) {
      Period period = Period.parse(regime, submission.period().label()).orElseThrow();
      assertEquals(period, read(new SubmissionSerde(regime), bytes).period());
    }
  }

  @Test
  void nullStaysNull() {
    Serde<Submission> serde = new SubmissionSerde(Regime.CALENDAR);
    assertNull(serde.serializer().serialize("t", null));
    assertNull(serde.deserializer().deserialize("t", (byte[]) null));
  }

  @Test
  void anotherLayoutIsRefusedByName() {
    RandomFigures random = new RandomFigures(1);
    Serde<ReportState> serde = new ReportStateSerde(random.regime);
    byte[] bytes = write(serde, random.state());
    bytes[0] = 1;
    var refused = assertThrows(SerializationException.class, () -> read(serde, bytes));
    assertEquals("report state: unknown format 1, this program reads 2", refused.getMessage());
    assertThrows(SerializationException.class, () -> read(serde, new byte[0]));
  }

  @Test
  void bytesThatEndEarlyOrGoOnAreRefused() {
    RandomFigures.forManyFigures(
        random -> {
          Serde<ReportState> serde = new ReportStateSerde(random.regime);
          byte[] bytes = write(serde, random.state());
          for (int length = 1; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(SerializationException.class, () -> read(serde, cut));
          }
          byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
          assertThrows(SerializationException.class, () -> read(serde, longer));
        });
  }

  /** The topic is not kept, so one that could not be told again must not be written. */
  @Test
  void aReportByAnotherUnitsTopicIsNotKept() {
    RandomFigures random = new RandomFigures(1);
    Submission own = random.submission();
    SourceRecord other = new SourceRecord("tonghop.reports.other", 0, 0);
    Submission strayed =
        new Submission(
            own.unit(),
            own.body(),
            own.programme(),
            own.period(),
            own.revision(),
            own.kind(),
            own.test(),
            own.nil(),
            own.asOf(),
            own.digest(),
            own.contribution(),
            other,
            own.receivedAt(),
            own.referenceVersion(),
            own.errors(),
            own.warnings());
    Serde<Submission> serde = new SubmissionSerde(random.regime);
    assertThrows(SerializationException.class, () -> write(serde, strayed));
    assertEquals(own, read(serde, write(serde, own)), "a failure leaves nothing behind");
  }

  @Test
  void aReportOfTwentyTasksInTwentyCellsIsKeptInLittleMoreThanHalfAKilobyte() {
    Regime regime = Regime.CALENDAR;
    int bytes = write(new ReportStateSerde(regime), TwentyTasks.state(regime)).length;
    assertTrue(bytes < 560, "bytes: " + bytes);
  }

  private static <T> byte[] write(Serde<T> serde, T value) {
    return serde.serializer().serialize("t", value);
  }

  private static <T> T read(Serde<T> serde, byte[] bytes) {
    return serde.deserializer().deserialize("t", bytes);
  }
}
