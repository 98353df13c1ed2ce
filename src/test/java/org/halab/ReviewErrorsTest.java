package org.halab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a teacher, a student and an engineer found wrong in the report when they read it closely,
 * and the tests that keep each of it from coming back.
 */
class ReviewErrorsTest {
  static Stream<Arguments> errors() {
    return Stream.of(
        error(
            "E1: the clients' own time-out is part of an outage and was named nowhere",
            "report.RecomputedNumbersTest.thePhases",
            "timing.BoundsTest.aClientsOwnTimeOutIsPartOfEachBound",
            "report.written.WrittenReportTest.theClientsTimeOutIsNamed"),
        error(
            "E2: the lock was held while clients were still served, without a why",
            "report.RecomputedNumbersTest.thePhases",
            "report.FailoverStoryTest.clientsThatWereStillServedAreToldWithTheReason"),
        error(
            "E3: a silent DCS was taken for a lock that is held; two bounds for one fault",
            "report.FailoverStoryTest.aSilentDcsIsToldBesideTheLockAndSoIsTheDemotionThatItCauses",
            "report.FailoverStoryTest.tellsWhatBecameOfTheLock",
            "report.written.FaultsInReportTest.aBoundThatCountsFromTheEndOfTheFaultIsTheSameMomentInTheTextAndInTheChart"),
        error(
            "E4: two outages told as one; a wait of the experiment counted as a node's",
            "report.FailoverStoryTest.twoOutagesAreNotToldAsOne",
            "domain.OutageTest.whereNobodyIsServedAnyMoreAnotherOutageBegins",
            "report.found.FindingsTest.theReturnIsToldAsPrintedAndImproved"),
        error(
            "E5: numbers that do not subtract",
            "report.RecomputedNumbersTest.theOutages",
            "report.RecomputedNumbersTest.theStory"),
        error(
            "E6: counts of writes that hold reads",
            "report.RecomputedNumbersTest.theCountsAreOfWritesAlone"),
        error(
            "E7: cited lines that are in no log",
            "report.written.CitationsTest.aLineThatIsInNoKeptLogIsFound",
            "record.RecordedRunTest.everyCitedLineIsInAKeptLog"),
        error(
            "E8: nobody served sooner than the direct way, beside a table that says so",
            "report.written.FaultsInReportTest.nobodyIsCalledFirstBesideATableThatSaysOtherwise",
            "report.written.FaultsInReportTest.howOftenWasLookedIsNamedBesideTheTable"),
        error(
            "E9: a wait that is shorter than the step it fills",
            "record.RecordedRunTest.aWaitIsAsLongAsItsStep"),
        error(
            "E10: an image of another id called the same; the edit not shown",
            "report.AnswersTest.anImageOfTheSameLayersWithAnotherIdIsNotCalledTheSame",
            "question.LayerReuseTest.theSameLayersUnderAnotherIdAreToldApart"),
        error(
            "E11: another session than the lock's quoted beside it",
            "report.FailoverStoryTest.onlyTheLocksOwnSessionIsQuotedBesideTheLock"),
        error(
            "E12: reads of the old leader as a replica not told",
            "report.FailoverStoryTest.readsThatTheOldLeaderAnsweredAsAReplicaAreTold",
            "workload.NodeAddressesTest.anAddressIsTheNodesThatWasLastSeenThere",
            "record.RecordedRunTest.whoAnsweredEachReadIsRecorded"),
        error(
            "E13: planned work called a fault, a restart a healing; medians of one run; words of"
                + " another stack",
            "report.DeedTest.ofEachFaultItIsKnownHowItEnds",
            "report.DeedTest.plannedWorkIsNoFault",
            "report.RecomputedNumbersTest.theRowOfTheTableAndOfTheFile",
            "ReviewErrorsTest.theGuideIsNotClaimedForTheOtherStack"),
        error(
            "E14: nothing changed, without how long it was watched",
            "report.FailoverStoryTest.whatDidNotHappenIsToldWithHowLongItWasWatched"),
        error(
            "E15: no row lost, without those that are not counted",
            "report.found.FindingsTest.rowsThatAreNotCountedAreNamed"),
        error(
            "E16: one moment in two tables by two numbers; waits without a why",
            "report.written.FaultsInReportTest.oneMomentIsWrittenAlikeEverywhere",
            "report.FailoverStoryTest.whyASilentServerIsCalledDownSoLateIsTold",
            "report.FailoverStoryTest.whyAKilledContainerStaysDownIsTold"),
        error(
            "E17: a run of the guide called partial",
            "report.found.FindingsTest.aGuideThatIsCompleteIsNotPartial"),
        error(
            "E18: a task that begins with what it does not ask",
            "report.written.PartViewsTest.aTaskBeginsWithWhatItAsksFor"));
  }

  private static Arguments error(String what, String... tests) {
    return Arguments.of(what, List.of(tests));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("errors")
  void isHeld(String error, List<String> tests) {
    assertThat(tests).as(error).isNotEmpty().allMatch(ReviewErrorsTest::there);
  }

  @Test
  void theGuideIsNotClaimedForTheOtherStack() throws IOException {
    for (String language : List.of("", "ru/")) {
      String feature = "features/" + language + "tasks/other-stack.feature";
      assertThat(Files.readString(Path.of(feature)))
          .doesNotContain("as the guide describes")
          .doesNotContain("как описано в гайде");
    }
  }

  private static boolean there(String test) {
    int dot = test.lastIndexOf('.');
    try {
      return Arrays.stream(
              Class.forName("org.halab." + test.substring(0, dot)).getDeclaredMethods())
          .filter(method -> method.getName().equals(test.substring(dot + 1)))
          .anyMatch(ReviewErrorsTest::isTest);
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static boolean isTest(Method method) {
    return method.isAnnotationPresent(Test.class)
        || method.isAnnotationPresent(ParameterizedTest.class);
  }
}
