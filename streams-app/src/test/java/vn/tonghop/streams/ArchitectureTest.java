package vn.tonghop.streams;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.junit.jupiter.api.Test;
import vn.tonghop.streams.topology.RollUpTopology;

/** Who reads and writes topics, who knows whom, and that no clock decides a figure. */
class ArchitectureTest {

  private static final String PAGE = RollUpTopology.class.getName();
  private static final Set<String> TOPIC_CALLS =
      Set.of("to", "through", "stream", "table", "globalTable");

  private static final JavaClasses APP =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("vn.tonghop.streams");

  private static final ArchRule ONLY_THE_PAGE_USES_TOPICS =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(PAGE)
          .should()
          .accessTargetWhere(readingOrWritingATopic());

  private static final ArchRule NO_CLOCK_DECIDES =
      noClasses()
          .that()
          .resideInAnyPackage("..streams.topology..", "..streams.processor..")
          .should()
          .accessTargetWhere(readingAClock());

  @Test
  void onlyTheTopologyPageReadsAndWritesTopics() {
    assertTrue(APP.contain(PAGE), "nothing was imported");
    ONLY_THE_PAGE_USES_TOPICS.check(APP);
  }

  @Test
  void theApplicationKnowsTheDomainAndTheSchemasAndNoOtherModule() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("vn.tonghop.producer..", "vn.tonghop.standalone..")
        .check(APP);
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "vn.tonghop",
            "vn.tonghop.internal",
            "vn.tonghop.streams..",
            "vn.tonghop.domain..",
            "vn.tonghop.schemas..",
            "org.apache.kafka..",
            "org.apache.avro..",
            "org.rocksdb..",
            "org.slf4j..",
            "org.jspecify..",
            "io.prometheus.metrics..",
            "com.fasterxml.jackson.databind..",
            "java..",
            "com.sun.net.httpserver..")
        .check(APP);
  }

  @Test
  void processorsKnowNeitherTheTopologyNorWhatRunsIt() {
    noClasses()
        .that()
        .resideInAPackage("..streams.processor..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..streams.topology..", "..streams.runtime..", "..streams.config..")
        .check(APP);
  }

  @Test
  void theTopologyDoesNotKnowWhatRunsIt() {
    noClasses()
        .that()
        .resideInAPackage("..streams.topology..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("..streams.runtime..", "..streams.config..")
        .check(APP);
  }

  @Test
  void noClockDecidesAFigure() {
    NO_CLOCK_DECIDES.check(APP);
  }

  @Test
  void whatIsForbiddenWouldBeFound() {
    JavaClasses here = new ClassFileImporter().importClasses(Forbidden.class);
    assertTrue(ONLY_THE_PAGE_USES_TOPICS.evaluate(here).hasViolation());
    assertTrue(
        noClasses().should().accessTargetWhere(readingAClock()).evaluate(here).hasViolation());
  }

  private static DescribedPredicate<JavaAccess<?>> readingOrWritingATopic() {
    return DescribedPredicate.describe(
        "reads or writes a topic",
        access ->
            access.getTarget() instanceof CodeUnitCallTarget call
                && TOPIC_CALLS.contains(call.getName())
                && (call.getOwner().isAssignableTo(KStream.class)
                    || call.getOwner().isAssignableTo(StreamsBuilder.class)));
  }

  private static DescribedPredicate<JavaAccess<?>> readingAClock() {
    return DescribedPredicate.describe(
        "reads a clock",
        access ->
            access.getTarget() instanceof CodeUnitCallTarget call
                && ((call.getName().equals("now")
                        && call.getOwner().getPackageName().startsWith("java.time"))
                    || call.getName().equals("currentTimeMillis")
                    || (call.getOwner().isEquivalentTo(java.time.Clock.class)
                        && call.getName().startsWith("system"))));
  }

  /** What the application must not do. */
  static final class Forbidden {
    static Instant readsAClock() {
      return Instant.now();
    }

    static void writes(StreamsBuilder builder) {
      builder.stream("in").to("out");
    }
  }
}
