package vn.tonghop.schemas.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import vn.tonghop.domain.acceptance.ReportState;
import vn.tonghop.domain.acceptance.Submission;
import vn.tonghop.domain.period.Period;
import vn.tonghop.domain.period.Regime;

final class SubmissionMappingTest {

  @Test
  void aSubmissionComesBackAsItWent() {
    RandomFigures.forManyFigures(
        random -> {
          Submission submission = random.submission();
          assertEquals(
              submission,
              SubmissionMapping.fromAvro(
                  random.regime, Wire.through(SubmissionMapping.toAvro(submission))));
        });
  }

  @Test
  void aStateComesBackAsItWent() {
    RandomFigures.forManyFigures(
        random -> {
          ReportState state = random.state();
          assertEquals(
              state,
              ReportStateMapping.fromAvro(
                  random.regime, Wire.through(ReportStateMapping.toAvro(state))));
        });
  }

  @Test
  void thePeriodIsOneOfTheRegimeThatIsAskedFor() {
    Submission submission = new RandomFigures(1).submission();
    for (Regime regime : Regime.values()) {
      Period period = Period.parse(regime, submission.period().label()).orElseThrow();
      vn.tonghop.internal.Submission stored = SubmissionMapping.toAvro(submission);
      assertEquals(period, SubmissionMapping.fromAvro(regime, stored).period());
    }
  }

  @Test
  void aPeriodThatThisApplicationDidNotWriteIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> AvroValues.period(Regime.CALENDAR, "2024-Q5"));
  }
}
