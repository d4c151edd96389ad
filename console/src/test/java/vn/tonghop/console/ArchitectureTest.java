package vn.tonghop.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which part of the page may know which. */
class ArchitectureTest {

  private static final JavaClasses CONSOLE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("vn.tonghop.console");

  @Test
  void nobodyHereKnowsTheRollUpOrTheEvaluationSystem() {
    assertTrue(CONSOLE.contain("vn.tonghop.console.view.LiveView"), "nothing was imported");
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "vn.tonghop.streams..", "vn.tonghop.standalone..", "vn.tonghop.monitor..")
        .check(CONSOLE);
  }

  @Test
  void onlyTheViewSpeaksWithKafka() {
    noClasses()
        .that()
        .resideOutsideOfPackage("vn.tonghop.console.view..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "org.apache.avro..")
        .check(CONSOLE);
  }

  @Test
  void theViewKnowsNoPage() {
    noClasses()
        .that()
        .resideInAPackage("vn.tonghop.console.view..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.javalin..", "gg.jte..", "vn.tonghop.console.web..")
        .check(CONSOLE);
  }

  @Test
  void whatEveryPageRestsOnKnowsNoPage() {
    noClasses()
        .that()
        .resideInAPackage("vn.tonghop.console.web..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("vn.tonghop.console.page..")
        .check(CONSOLE);
  }
}
