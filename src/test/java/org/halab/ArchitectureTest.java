package org.halab;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds the direction in which the packages may use each other; see CONTRIBUTING in the README. */
class ArchitectureTest {
  private static final JavaClasses ALL = new ClassFileImporter().importPackages("org.halab");
  private static final JavaClasses PRODUCT =
      ALL.that(describe("are the product", ArchitectureTest::ofTheProduct));

  /** Each room, and the rooms it may use. */
  private static final Map<String, String> ROOMS =
      Map.ofEntries(
          Map.entry("options", ""),
          Map.entry("message", "options"),
          Map.entry("domain", "message"),
          Map.entry("finding", "message"),
          Map.entry("grade", "finding domain message"),
          Map.entry("timing", "domain message"),
          Map.entry("engine", "timing domain message options"),
          Map.entry("hosts", "engine timing domain message options"),
          Map.entry("stack", "engine timing domain message"),
          Map.entry("guard", "stack engine timing finding domain message"),
          Map.entry("reading", "stack finding domain message"),
          Map.entry("changes", "reading stack finding domain message"),
          Map.entry("standin", "stack engine finding domain message"),
          Map.entry("deploy", "standin hosts stack engine finding timing domain message"),
          Map.entry("observe", "deploy stack engine timing domain message"),
          Map.entry("cluster", "observe deploy stack engine timing domain message"),
          Map.entry("fault", "cluster observe deploy hosts stack engine timing domain message"),
          Map.entry("workload", "observe timing domain message"),
          Map.entry("checker", "domain message"),
          Map.entry("report", "changes grade finding checker domain message"),
          Map.entry(
              "experiment",
              "fault workload checker cluster observe deploy hosts stack engine timing domain message"),
          Map.entry(
              "rejoin",
              "experiment fault cluster observe deploy stack engine timing domain checker message"),
          Map.entry(
              "question", "changes cluster observe deploy stack engine timing domain message"),
          Map.entry("calibration", "fault report checker timing domain message"),
          Map.entry("storm", "experiment fault checker cluster timing domain message"),
          Map.entry("live", "experiment cluster timing domain message options"),
          Map.entry(
              "page",
              "record live experiment fault report checker cluster observe deploy stack engine timing domain message options"),
          Map.entry(
              "record",
              "changes grade finding report cluster observe deploy stack engine timing domain message options"),
          Map.entry(
              "scenario",
              "guard finding record live question rejoin experiment fault report checker cluster observe deploy hosts stack engine timing domain message options"),
          Map.entry(
              "examination",
              "grade reading finding scenario record report stack domain message options"),
          Map.entry(
              "selection",
              "examination grade scenario record hosts stack report domain message options"),
          Map.entry(
              "incident",
              "selection page live experiment fault workload checker cluster observe deploy stack engine timing domain message options"),
          Map.entry(
              "course",
              "selection examination grade scenario record deploy stack engine domain message options"),
          Map.entry(
              "matrix",
              "course selection scenario record report stack engine domain message options"));

  private static boolean ofTheProduct(JavaClass one) {
    return one.getSource().map(Source::getUri).map(Location::of).stream()
        .allMatch(DO_NOT_INCLUDE_TESTS::includes);
  }

  @Test
  void roomsUseOnlyThoseBelowThem() {
    LayeredArchitecture rooms = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (String room : ROOMS.keySet()) {
      rooms = rooms.layer(room).definedBy("org.halab." + room + "..");
    }
    for (Map.Entry<String, String> room : ROOMS.entrySet()) {
      rooms =
          room.getValue().isEmpty()
              ? rooms.whereLayer(room.getKey()).mayNotAccessAnyLayer()
              : rooms.whereLayer(room.getKey()).mayOnlyAccessLayers(room.getValue().split(" "));
    }
    rooms.check(PRODUCT);
  }

  @Test
  void roomsFormNoCycles() {
    slices().matching("org.halab.(*)..").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  void theDriverKnowsNothingOfCucumber() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.halab",
            "org.halab.steps..",
            "org.halab.scenario..",
            "org.halab.record..",
            "org.halab.selection..",
            "org.halab.examination..",
            "org.halab.live..",
            "org.halab.page..",
            "org.halab.matrix..",
            "org.halab.walkthrough..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.cucumber..")
        .check(PRODUCT);
  }

  @Test
  void onlyTheEngineKnowsDocker() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.halab.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.github.dockerjava..", "org.testcontainers..")
        .check(ALL);
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
        .resideInAnyPackage(
            "org.halab.steps..",
            "org.halab.scenario..",
            "org.halab.record..",
            "org.halab.selection..")
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
