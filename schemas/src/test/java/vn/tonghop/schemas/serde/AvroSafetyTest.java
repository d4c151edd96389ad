package vn.tonghop.schemas.serde;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.avro.SystemLimitException;
import org.apache.avro.util.ClassSecurityValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.tonghop.ProgressReport;
import vn.tonghop.internal.Submission;

class AvroSafetyTest {

  @BeforeAll
  static void apply() {
    AvroSafety.apply();
  }

  @Test
  void avroHoldsClaimsOfLengthAgainstItsLimits() {
    assertDoesNotThrow(
        () -> SystemLimitException.checkMaxCollectionLength(0, AvroSafety.MAX_ITEMS));
    assertThrows(
        SystemLimitException.class,
        () -> SystemLimitException.checkMaxCollectionLength(0, AvroSafety.MAX_ITEMS + 1L));
    assertThrows(
        SystemLimitException.class,
        () -> SystemLimitException.checkMaxStringLength(AvroSafety.MAX_LENGTH + 1L));
    assertThrows(
        SystemLimitException.class,
        () -> SystemLimitException.checkMaxBytesLength(AvroSafety.MAX_LENGTH + 1L));
  }

  @Test
  void ourGeneratedClassesAreTrustedAndOthersAreNot() {
    assertDoesNotThrow(() -> ClassSecurityValidator.validate(ProgressReport.class));
    assertDoesNotThrow(() -> ClassSecurityValidator.validate(Submission.class));
    assertThrows(
        SecurityException.class, () -> ClassSecurityValidator.validate(ProcessBuilder.class));
  }
}
