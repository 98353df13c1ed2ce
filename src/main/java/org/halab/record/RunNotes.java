package org.halab.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.halab.cluster.Cluster;
import org.halab.cluster.Diagnosis;
import org.halab.domain.Table;
import org.halab.observe.Versions;
import org.halab.options.Options;
import org.halab.options.Outputs;
import org.halab.report.model.Examined;
import org.halab.report.model.Method;
import org.halab.report.model.RecordJson;

/** What the report needs to know of a run beside what the steps show. */
public final class RunNotes {
  public static final RunNotes THIS_RUN = new RunNotes();

  private static final ObjectMapper JSON = RecordJson.mapper();

  private final Map<String, String> clusters = new ConcurrentHashMap<>();
  private final Map<String, String> failures = new ConcurrentHashMap<>();
  private final Map<String, List<List<String>>> versions = new ConcurrentSkipListMap<>();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  private volatile Supplier<Optional<Examined>> examination = Optional::empty;

  /** Those that are there now, and the most that were at a time. */
  private final Set<String> present = ConcurrentHashMap.newKeySet();

  private final AtomicInteger atOnce = new AtomicInteger();
  private Optional<Method> method = Optional.empty();
  private volatile Optional<Instant> ended = Optional.empty();

  private RunNotes() {}

  /**
   * As they are kept in a file beside Cucumber's messages.
   *
   * @param clusters by the place of the scenario that used one
   * @param failures directories among the logs, by the place of the scenario
   * @param versions of each stack's parts
   * @param method with what was measured; null in the files of runs that did not keep it
   */
  private record Kept(
      Instant ended,
      Map<String, String> clusters,
      Map<String, String> failures,
      Map<String, List<List<String>>> versions,
      Method method) {}

  /** Those that an earlier run has kept. */
  static RunNotes read(Path file) throws IOException {
    Kept kept = JSON.readValue(file.toFile(), Kept.class);
    RunNotes notes = new RunNotes();
    notes.ended = Optional.of(kept.ended());
    notes.clusters.putAll(kept.clusters());
    notes.failures.putAll(kept.failures());
    notes.versions.putAll(kept.versions());
    notes.method = Optional.ofNullable(kept.method());
    notes.method.map(Method::clustersAtOnce).ifPresent(notes.atOnce::set);
    return notes;
  }

  /** Keeps them in a file, so that the report can be written again. */
  void keep(Path file) throws IOException {
    JSON.writeValue(
        file.toFile(), new Kept(ended(), clusters, failures, versions, method().orElse(null)));
  }

  /** The run is over, now. */
  void end() {
    ended = Optional.of(Instant.now());
  }

  /** Now, as long as the run is not over. */
  Instant ended() {
    return ended.orElseGet(Instant::now);
  }

  /**
   * @param examination asked when the scenarios are over
   */
  public void examination(Supplier<Optional<Examined>> examination) {
    this.examination = examination;
  }

  /** What is said of the project; empty if none was examined. */
  Optional<Examined> examined() {
    return examination.get();
  }

  /**
   * A scenario has got a cluster that works; the first of each stack is asked for its versions.
   *
   * @param place of the scenario, as {@code features/a.feature:8}
   */
  public void uses(String place, Cluster cluster) {
    has(place, cluster);
    String stack = cluster.project().stack().name();
    if (asked.add(stack)) {
      versions.put(stack, Versions.of(cluster.project()));
    }
  }

  /** A scenario has got a cluster, which may not work yet. */
  public void has(String place, Cluster cluster) {
    clusters.put(place, cluster.toString());
    present.add(cluster.toString());
    atOnce.accumulateAndGet(present.size(), Math::max);
  }

  /**
   * Keeps with what is measured, once.
   *
   * @param asked only if it is not known yet
   */
  public synchronized void measuredWith(Supplier<Method> asked) {
    if (method.isEmpty()) {
      method = Optional.of(asked.get());
    }
  }

  /** With what was measured; empty if that was not kept, or nothing was. */
  synchronized Optional<Method> method() {
    return method.map(
        one ->
            new Method(
                one.commit(),
                atOnce.get(),
                one.machine(),
                one.clients(),
                one.looks(),
                one.relayMillis()));
  }

  /** The cluster is about to be removed, and its logs with it. */
  public void leaves(Cluster cluster) {
    present.remove(cluster.toString());
    new Diagnosis(cluster.project()).writeLogs(Outputs.LOGS.resolve(cluster.toString()));
  }

  /**
   * @param diagnosis the directory with the logs and states at the failure
   */
  public void failed(String place, Path diagnosis) {
    String name = "failure-" + diagnosis.getFileName();
    try (Stream<Path> files = Files.list(diagnosis)) {
      Path directory = Files.createDirectories(Outputs.LOGS.resolve(name));
      for (Path log : files.filter(file -> file.toString().endsWith(".log")).toList()) {
        Files.write(directory.resolve(log.getFileName()), Files.readAllBytes(log));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    failures.put(place, name);
  }

  /** Empty if it used none. */
  String clusterOf(String place) {
    return clusters.getOrDefault(place, "");
  }

  /** The directory among the logs with those at the failure; empty if there is none. */
  public String failureOf(String place) {
    return failures.getOrDefault(place, "");
  }

  Table versions(List<String> columns) {
    List<List<String>> rows = new ArrayList<>();
    inOrder()
        .forEach(
            (stack, parts) ->
                parts.forEach(
                    part -> {
                      List<String> row = new ArrayList<>(List.of(stack));
                      row.addAll(part);
                      rows.add(row);
                    }));
    return new Table(columns, rows);
  }

  /** The stack that the run was made for comes first. */
  private Map<String, List<List<String>>> inOrder() {
    String chosen = Options.ofThisRun().stack();
    Map<String, List<List<String>>> ordered = new LinkedHashMap<>();
    if (versions.containsKey(chosen)) {
      ordered.put(chosen, versions.get(chosen));
    }
    versions.forEach(ordered::putIfAbsent);
    return ordered;
  }
}
