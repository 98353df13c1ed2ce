package org.halab.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.halab.domain.LabException;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;
import org.halab.stack.ComposeModel;
import org.halab.stack.Stack;
import org.halab.stack.StackReader;

/** What a project's files show: nothing is started, and no file is looked at twice. */
public final class ProjectReading {
  private static final List<Rule> RULES =
      List.of(
          new EntrypointThere(),
          new LastLine(),
          new CheckPassesLeader(),
          new ServersAreNodes(),
          new SessionsEnd(),
          new IdleSessions(),
          new StatisticsThere(),
          new PortsListen(),
          new NodesPublished(),
          new CarriageReturns(),
          new RunsAsPostgres(),
          new ImageDetails(),
          new CopiedFilesThere(),
          new ImageInstalls(),
          new BinaryDirectory(),
          new RestartAlways(),
          new DataKept(),
          new ApiPublished(),
          new OtherPorts(),
          new OtherNames(),
          new OtherCompose(),
          new NodesApart(),
          new NodesTogether(),
          new NodeFilesDiffer(),
          new Addresses(),
          new Synchronous(),
          new IgnoredSettings(),
          new LoginsAreBlocks(),
          new LockTimes(),
          new MayLead(),
          new AccessRules(),
          new Rewind(),
          new SocketDirectory(),
          new Archive());

  /** Those that say why a project cannot be understood as a whole. */
  private static final Set<String> NOT_UNDERSTOOD =
      Set.of(
          "entrypoint-missing",
          "entrypoint-file-missing",
          "entrypoint-leads-nowhere",
          "entrypoint-check-passes-replicas",
          "node-name-twice");

  private static final int MOST_SAID = 4;

  private ProjectReading() {}

  /** What the files of a stack show. */
  public static List<Finding> of(Stack stack, ComposeModel resolved) {
    return of(stack.directory(), stack.files(), resolved);
  }

  /**
   * What the files show, the worst first. A project that cannot be understood as a whole is read as
   * far as it can be; why it cannot is told if no finding says it.
   *
   * @param composeFiles the project's own first, each later one an override
   * @param resolved what Compose makes of them
   */
  public static List<Finding> of(Path directory, List<Path> composeFiles, ComposeModel resolved) {
    List<Finding> findings = new ArrayList<>();
    ReadProject project = new ReadProject(directory, composeFiles, resolved);
    RULES.forEach(rule -> rule.read(project).forEach(findings::add));
    if (findings.stream().noneMatch(one -> NOT_UNDERSTOOD.contains(one.code()))) {
      notUnderstood(directory, composeFiles, resolved).ifPresent(findings::add);
    }
    return toldOnce(findings);
  }

  /** What one rule has seen at several places is one finding. */
  private static List<Finding> toldOnce(List<Finding> findings) {
    Map<String, List<Finding>> byCode = new LinkedHashMap<>();
    findings.forEach(one -> byCode.computeIfAbsent(one.code(), code -> new ArrayList<>()).add(one));
    return byCode.values().stream()
        .map(ProjectReading::together)
        .sorted(Comparator.comparing(Finding::severity))
        .toList();
  }

  private static Finding together(List<Finding> same) {
    Finding first = same.get(0);
    return new Finding(
        first.code(),
        first.severity(),
        same.stream().flatMap(one -> one.items().stream()).collect(Collectors.toSet()),
        same.stream().flatMap(one -> one.places().stream()).distinct().toList(),
        List.of(),
        Message.joined(" ", same.stream().map(Finding::seen).distinct().limit(MOST_SAID).toList()),
        first.hint());
  }

  private static Optional<Finding> notUnderstood(
      Path directory, List<Path> composeFiles, ComposeModel resolved) {
    try {
      StackReader.read("guide", directory, composeFiles, resolved);
      return Optional.empty();
    } catch (LabException e) {
      String said = String.valueOf(e.getMessage()).replace(directory + "/", "");
      return Optional.of(
          new Finding(
              "project-not-understood",
              Severity.FATAL,
              Set.of(Item.COMPOSE_FILE, Item.DEPLOYED),
              List.of(),
              List.of(),
              Message.text(said),
              Optional.empty()));
    }
  }
}
