package vn.tonghop.domain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The domain knows nobody and reads no clock, so that a replay decides alike. */
class ArchitectureTest {

  private static final JavaClasses DOMAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("vn.tonghop.domain");

  private static final Set<String> TIMELESS_OWNERS =
      Set.of("java.lang.System", "java.time.Clock", "java.util.Date", "java.util.Calendar");

  @Test
  void theDomainKnowsNobody() {
    assertTrue(DOMAIN.contain("vn.tonghop.domain.period.Period"), "nothing was imported");
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.kafka..",
            "org.apache.avro..",
            "vn.tonghop.schemas..",
            "vn.tonghop.producer..",
            "vn.tonghop.streams..",
            "vn.tonghop.standalone..")
        .check(DOMAIN);
  }

  @Test
  void theDomainReadsNoClock() {
    noClasses().should().accessTargetWhere(readingAClock()).check(DOMAIN);
  }

  @Test
  void aClockWouldBeFound() {
    JavaClasses here = new ClassFileImporter().importClasses(ReadsAClock.class);
    assertTrue(
        noClasses().should().accessTargetWhere(readingAClock()).evaluate(here).hasViolation());
  }

  private static DescribedPredicate<JavaAccess<?>> readingAClock() {
    return DescribedPredicate.describe(
        "reads a clock",
        access ->
            access.getTarget() instanceof CodeUnitCallTarget call
                && (isNow(call) || isSystem(call)));
  }

  private static boolean isNow(CodeUnitCallTarget call) {
    return call.getName().equals("now") && call.getOwner().getPackageName().startsWith("java.time");
  }

  private static boolean isSystem(CodeUnitCallTarget call) {
    return TIMELESS_OWNERS.contains(call.getOwner().getName())
        && (call.getName().startsWith("current")
            || call.getName().startsWith("system")
            || call.getName().startsWith("tick")
            || call.getName().equals("nanoTime")
            || call.getName().equals("getInstance")
            || (call.getName().equals("<init>") && call.getRawParameterTypes().isEmpty()));
  }

  /** What the domain must not do. */
  static final class ReadsAClock {
    static final Clock CLOCK = Clock.systemUTC();
  }
}
