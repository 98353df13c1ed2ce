package org.halab.report.written;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.halab.domain.Table;
import org.halab.message.Message;
import org.halab.report.model.Method;
import org.halab.report.model.Run;

/** With what the run measured, what its figures mean, and what it did not measure. */
final class MethodView {
  private static final double GIGA = 1 << 30;

  private final Run run;
  private final Texts texts;

  MethodView(Run run, Texts texts) {
    this.run = run;
    this.texts = texts;
  }

  View view() {
    View view =
        View.of("facts", facts())
            .with(
                "sections",
                List.of(
                    section(
                        "method.figures", "outage", "clients", "phases", "bound", "rows", "once"),
                    section("method.departures", "images", "versions", "observer", "loop"),
                    section("method.missing", "network", "load", "disk", "chance")));
    run.method()
        .ifPresent(
            method ->
                view.with(
                    "looks",
                    View.tableBelowHeading(texts.get("method.looks"), looks(method.looks()))));
    return view;
  }

  private View section(String name, String... lines) {
    return View.of("name", texts.get(name))
        .with("lines", Stream.of(lines).map(line -> texts.get(name + "." + line)).toList());
  }

  private List<View> facts() {
    List<View> facts = new ArrayList<>();
    run.method().ifPresent(method -> facts(facts, method));
    return facts;
  }

  private void facts(List<View> facts, Method method) {
    Method.Clients clients = method.clients();
    fact(
        facts,
        "method.clients",
        Message.of("report.written.method.clients")
            .with("writers", clients.writers())
            .with("readers", clients.readers())
            .with("pause", seconds(clients.pause()))
            .with("perSecond", 1000 / clients.pause()));
    fact(
        facts,
        "method.timeouts",
        Message.of("report.written.method.timeouts")
            .with("timeout", seconds(clients.timeout()))
            .with("shorter", seconds(clients.shortTimeout())));
    method
        .askedMachine()
        .ifPresent(
            machine ->
                fact(
                    facts,
                    "method.machine",
                    Message.of("report.written.method.machine")
                        .with("cores", machine.cores())
                        .with("memory", gigabytes(machine.memoryBytes()))
                        .with("system", machine.system())
                        .with("engine", machine.engine())));
    method
        .relay()
        .ifPresent(
            millis ->
                fact(
                    facts,
                    "method.relay",
                    Message.of("report.written.method.relay")
                        .with("millis", String.format(Locale.ROOT, "%.1f", millis))));
    fact(
        facts,
        "method.atOnce",
        Message.of("report.written.method.atOnce").with("clusters", method.clustersAtOnce()));
    if (!method.commit().isEmpty()) {
      fact(facts, "method.commit", Message.text(method.commit()));
    }
  }

  private void fact(List<View> facts, String key, Message value) {
    facts.add(View.of("name", texts.get(key)).with("value", texts.say(value)));
  }

  private Table looks(Method.Looks looks) {
    return new Table(
        texts.all("method.looks.at", "method.looks.every", "method.looks.tells"),
        List.of(
            look("answers", texts.get("method.looks.each")),
            look("lock", seconds(looks.lock())),
            look("parts", seconds(looks.parts())),
            look("probes", probes(looks)),
            look("events", texts.get("method.looks.each")),
            look("logs", texts.get("method.looks.each"))));
  }

  private List<String> look(String name, String every) {
    return List.of(
        texts.get("method.looks." + name), every, texts.get("method.looks." + name + ".tells"));
  }

  private String probes(Method.Looks looks) {
    return texts.say(
        Message.of("report.written.method.probes")
            .with("every", seconds(looks.probes()))
            .with("patience", seconds(looks.probeTimeout())));
  }

  private String seconds(long millis) {
    return texts.say(
        Message.of("report.written.seconds")
            .with("seconds", String.format(Locale.ROOT, "%s", millis / 1000.0)));
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / GIGA);
  }
}
