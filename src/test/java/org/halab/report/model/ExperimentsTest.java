package org.halab.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.halab.checker.BankLedger;
import org.halab.checker.CounterBounds;
import org.halab.checker.MonotonicReads;
import org.halab.checker.RowSet;
import org.halab.checker.UnknownWrites;
import org.halab.checker.WritableNodes;
import org.halab.checker.WriteOrder;
import org.halab.checker.failover.Failover;
import org.halab.checker.failover.FaultEvidence;
import org.halab.domain.Fate;
import org.halab.domain.History;
import org.halab.domain.Lane;
import org.halab.domain.LeaderLock;
import org.halab.domain.Node;
import org.halab.domain.Operation;
import org.halab.domain.OutageBound;
import org.halab.domain.Outcome;
import org.halab.domain.Settings;
import org.halab.message.Language;
import org.halab.message.Message;
import org.halab.report.ExperimentRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentsTest {
  private static final Instant FAULT = Instant.parse("2026-01-01T10:00:00Z");

  private static final Message STOPPED = Message.of("fault.stopped").with("service", "haproxy");
  private static final org.halab.checker.Verdict VERDICT =
      new org.halab.checker.Verdict(
          new RowSet(2, Set.of(), Set.of(), Set.of(), Set.of()),
          new WriteOrder(List.of()),
          new CounterBounds(2, 0, 2),
          new BankLedger(true, true, Set.of(), Set.of(), Set.of()),
          new MonotonicReads(List.of()),
          new WritableNodes(List.of()),
          new UnknownWrites(Map.of(4L, Fate.LOST)));

  @TempDir private Path directory;

  @Test
  void readsWhatIsWrittenOfAnExperiment() {
    Experiments.write(made(), directory);

    Experiment read = Experiments.in(directory).get(0);

    assertThat(read.place()).isEqualTo("features/beyond/a.feature:8");
    assertThat(read.stack()).isEqualTo("guide");
    assertThat(read.fault().sentence()).isEqualTo(STOPPED);
    assertThat(read.healed()).contains(9.0);
    assertThat(read.boundAt()).as("the bound is counted from the healing").contains(13.0);
    assertThat(read.lanes()).extracting(Experiment.Lane::kind).containsExactly("server");
    assertThat(read.operations())
        .extracting(Experiment.Operation::acknowledged)
        .containsExactly(true, false, true);
    assertThat(read.outage("WRITE").orElseThrow().toFirstSuccess()).isEqualTo(10.0);
    assertThat(read.settings()).containsEntry("ttl", 30.0);
    assertThat(read.clockErrorMillis()).isEqualTo(2.5);
    assertThat(read.verdict().fates()).containsExactly(Map.entry(4L, "LOST"));
    assertThat(read.told())
        .extracting(one -> one.in(Language.ENGLISH))
        .contains(
            "What became of 1 write of unknown outcome: there none; lost with what a former leader"
                + " alone had 4; never committed, as PostgreSQL says, none; unresolved none.");
    assertThat(read.told().get(0).in(Language.ENGLISH)).startsWith("haproxy was stopped");
    assertThat(read.events().get(0).meaning()).isEqualTo("haproxy was stopped");
    assertThat(read).as("nothing is lost by writing and reading").isEqualTo(made());
  }

  @Test
  void recordsOfOneFaultEachAreInTheOrderOfTheFaults() {
    assertThat(Samples.experiments()).extracting(one -> one.fault().at()).isSorted().hasSize(3);
  }

  @Test
  void noDirectoryIsNoExperiment() {
    assertThat(Experiments.in(directory.resolve("none"))).isEmpty();
  }

  private static Experiment made() {
    Node node = new Node("pg-master", "postgresql0");
    Duration second = Duration.ofSeconds(1);
    Settings settings =
        new Settings(Duration.ofSeconds(30), second, second, second, second, second, 2, 3);
    FaultEvidence evidence =
        new FaultEvidence(
            STOPPED,
            FAULT,
            Optional.of(FAULT.plusSeconds(9)),
            node,
            node,
            new LeaderLock("postgresql0", "0x1", FAULT.minusSeconds(60)),
            List.of(),
            List.of(),
            List.of(
                new Lane(
                    "pg-master",
                    Lane.Kind.SERVER,
                    List.of(new Lane.Change(FAULT.minusSeconds(1), "UP")))),
            List.of(),
            new History(
                List.of(
                    write(1, -1, Outcome.ACKNOWLEDGED),
                    write(2, 1, Outcome.REJECTED),
                    write(3, 10, Outcome.ACKNOWLEDGED))),
            settings);
    return new ExperimentRecord(
            new ExperimentRecord.ScenarioName("features/beyond/a.feature", 8, "A scenario"),
            "guide",
            settings)
        .bounded(
            Optional.of(
                new OutageBound(
                    OutageBound.Since.HEALING,
                    List.of(
                        new OutageBound.Part(
                            "first write",
                            Duration.ofSeconds(4),
                            Message.of("timing.bound.client"))))))
        .of(new Failover(evidence), VERDICT, Duration.ofNanos(2_500_000));
  }

  private static Operation write(long number, int second, Outcome outcome) {
    Instant start = FAULT.plusSeconds(second);
    return new Operation(Operation.Kind.WRITE, number, start, start.plusSeconds(1), outcome, "");
  }
}
