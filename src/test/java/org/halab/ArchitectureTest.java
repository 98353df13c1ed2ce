package org.halab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Holds the direction in which the packages may use each other; see CONTRIBUTING in the README. */
class ArchitectureTest {
  private static final JavaClasses DRIVER =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.halab");
  private static final JavaClasses ALL = new ClassFileImporter().importPackages("org.halab");

  @Test
  void packagesUseOnlyThoseBelowThem() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("cluster")
        .definedBy("org.halab.cluster..")
        .layer("control")
        .definedBy("org.halab.control..")
        .layer("workload")
        .definedBy("org.halab.workload..")
        .layer("observe")
        .definedBy("org.halab.observe..")
        .layer("report")
        .definedBy("org.halab.report..")
        .layer("checker")
        .definedBy("org.halab.checker..")
        .layer("stack")
        .definedBy("org.halab.stack..")
        .layer("timing")
        .definedBy("org.halab.timing..")
        .layer("domain")
        .definedBy("org.halab.domain..")
        .whereLayer("cluster")
        .mayOnlyAccessLayers(
            "control", "workload", "observe", "report", "checker", "stack", "timing", "domain")
        .whereLayer("control")
        .mayOnlyAccessLayers("stack", "timing", "domain")
        .whereLayer("workload")
        .mayOnlyAccessLayers("observe", "domain")
        .whereLayer("observe")
        .mayOnlyAccessLayers("stack", "timing", "domain")
        .whereLayer("report")
        .mayOnlyAccessLayers("checker", "domain")
        .whereLayer("checker")
        .mayOnlyAccessLayers("domain")
        .whereLayer("stack")
        .mayOnlyAccessLayers("timing", "domain")
        .whereLayer("timing")
        .mayOnlyAccessLayers("domain")
        .whereLayer("domain")
        .mayNotAccessAnyLayer()
        .check(DRIVER);
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("org.halab.(*)..").should().beFreeOfCycles().check(DRIVER);
  }

  @Test
  void theDriverKnowsNothingOfCucumber() {
    noClasses().should().dependOnClassesThat().resideInAPackage("io.cucumber..").check(DRIVER);
  }

  @Test
  void stepsSpeakNeitherHttpNorDatabaseConnections() {
    noClasses()
        .that()
        .resideInAPackage("org.halab.steps..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.restassured..", "java.net..", "org.awaitility..", "org.apache..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.sql.Connection")
        .check(ALL);
  }

  @Test
  void nothingKnowsTheWalkthrough() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.halab.walkthrough..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.halab.walkthrough..")
        .check(ALL);
  }

  @Test
  void theLiveViewStandsOnTheDriverAlone() {
    noClasses()
        .that()
        .resideInAPackage("org.halab.live..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.halab.steps..", "org.halab.support..")
        .check(ALL);
  }

  @Test
  void onlyTheOnePlaceWaits() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.halab.timing..")
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("org.awaitility..")
        .check(ALL);
  }
}
