package org.halab.reading;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.halab.finding.Finding;
import org.halab.finding.Item;
import org.halab.finding.Severity;
import org.halab.message.Message;

/** Files from Windows: YAML, HAProxy and the image's build take them, a shell does not. */
final class CarriageReturns implements Rule {
  @Override
  public Stream<Finding> read(ReadProject project) {
    Map<String, ProjectText> files = new TreeMap<>();
    project
        .composeFiles()
        .forEach(file -> project.text(file.file()).ifPresent(text -> files.put(text.name(), text)));
    project
        .services()
        .flatMap(project::texts)
        .filter(ProjectText::hasCarriageReturns)
        .filter(text -> text.text().indexOf('\0') < 0)
        .forEach(text -> files.put(text.name(), text));
    List<ProjectText> carrying =
        files.values().stream().filter(ProjectText::hasCarriageReturns).toList();
    List<ProjectText> scripts =
        carrying.stream().filter(one -> one.text().matches("(?s)#![^\\n]*\\r\\n.*")).toList();
    List<ProjectText> others = carrying.stream().filter(one -> !scripts.contains(one)).toList();
    return Stream.concat(
        scripts.stream().map(CarriageReturns::script),
        others.isEmpty() ? Stream.empty() : Stream.of(harmless(others)));
  }

  private static Finding script(ProjectText script) {
    List<String> places = List.of(script.name() + ":1");
    return Finding.read(
        "script-with-carriage-returns",
        Severity.MISTAKE,
        Set.of(Item.IMAGE, Item.DEPLOYED),
        places,
        Message.of("reading.scriptCr.seen").with("file", script.name()),
        Hints.at(
            places,
            Message.of("reading.scriptCr.change"),
            Message.of("reading.scriptCr.try").with("file", script.name())));
  }

  private static Finding harmless(List<ProjectText> files) {
    List<String> names = files.stream().map(ProjectText::name).toList();
    return Finding.harmless(
        "carriage-returns",
        Set.of(Item.COMPOSE_FILE),
        names,
        Message.of("reading.carriageReturns.seen").with("files", Message.and(names)));
  }
}
