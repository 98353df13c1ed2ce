package org.halab.incident;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.halab.cluster.Cluster;
import org.halab.cluster.Health;
import org.halab.deploy.Projects;
import org.halab.deploy.Projects.Addresses;
import org.halab.deploy.Projects.Source;
import org.halab.domain.LabException;
import org.halab.domain.Operation;
import org.halab.engine.Engine;
import org.halab.engine.EngineSetup;
import org.halab.engine.Leftovers;
import org.halab.experiment.Experiment;
import org.halab.live.Activities;
import org.halab.message.Message;
import org.halab.options.Option;
import org.halab.options.Options;
import org.halab.options.Outputs;
import org.halab.page.Page;
import org.halab.selection.Request;
import org.halab.stack.Login;
import org.halab.stack.Stack;

/**
 * An incident in a terminal: a cluster under the guide's own names and ports goes wrong while
 * clients work, and a person finds out how and mends it; see the README.
 */
public final class Drill {
  private static final Path DOCKER = Path.of("docker").toAbsolutePath();

  /** What libraries log of a node that is down would stand between the drill's own lines. */
  private static final Logger LIBRARIES = Logger.getLogger("org.apache");

  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset());
  private final BufferedReader input =
      new BufferedReader(new InputStreamReader(System.in, charset()));

  private Drill() {}

  public static void main(String[] arguments) {
    Options.set(Option.PRINTED_ADDRESSES);
    Drill drill = new Drill();
    int status = 0;
    try {
      drill.begin(Request.options());
    } catch (LabException e) {
      drill.say(e.getMessage());
      status = 1;
    } catch (Exception | AssertionError e) {
      drill.say(Message.of("incident.brokeOff").with("reason", e).toString());
      status = 1;
    }
    // Not by returning: threads of libraries would keep Maven waiting.
    System.exit(status);
  }

  /** A locale that names no character set (C) says nothing of the terminal: most take UTF-8. */
  private static Charset charset() {
    Charset charset =
        System.console() == null ? StandardCharsets.UTF_8 : System.console().charset();
    return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
  }

  /** Whether the incident was named or is drawn, nothing is started for a name that none has. */
  private void begin(Options options) throws Exception {
    if (options.foreignProject() || !options.stack().equals("guide")) {
      throw new LabException(Message.of("incident.ownCluster"));
    }
    Incident incident =
        options
            .incident()
            .map(Incidents::named)
            .orElseGet(() -> Incidents.drawn(new SecureRandom()));
    LIBRARIES.setLevel(Level.SEVERE);
    Activities.ofThisRun()
        .scenario(
            Message.of("incident.page.title").toString(),
            Message.of("incident.page.subtitle").toString());
    try (Page page = options.page() ? Page.open() : null) {
      say(Message.of("incident.beginning").toString());
      if (page != null) {
        say(page.address().toString());
      }
      onCluster(incident);
    } finally {
      Activities.ofThisRun().ended();
    }
    say(Message.of("incident.over").toString());
  }

  private void onCluster(Incident incident) throws Exception {
    Engine engine = new EngineSetup(DOCKER, this::say).ensure();
    new Leftovers(engine).clear();
    Projects projects =
        new Projects(
            engine,
            DOCKER,
            Source.own(engine, DOCKER, Outputs.CLUSTERS),
            Outputs.CLUSTERS,
            this::say,
            Addresses.PRINTED);
    Stack stack = projects.stacks().named(incident.stack());
    projects.requireAddresses(stack);
    try (Cluster cluster = Cluster.deploy(projects.prepare(stack))) {
      Activities.ofThisRun().cluster(cluster);
      new Health(cluster, this::say).restore();
      try (Experiment experiment = new Experiment(cluster);
          Plant plant = new Plant(cluster, experiment)) {
        Activities.ofThisRun().experiment(experiment);
        experiment.startClients();
        drill(incident, plant);
      }
    }
  }

  private void drill(Incident incident, Plant plant) throws Exception {
    say(tools(plant).toString());
    Instant broken = Instant.now();
    Happened happened = incident.happen(plant);
    Instant done = Instant.now();
    say(alert(plant, broken).toString());
    Checkup checkup = new Checkup(plant);
    Protocol protocol =
        new Dialogue(input, this::ask, this::say, checkup::lookTwice, Clock.systemUTC())
            .over(happened, broken);
    PostMortem end = new Inquest(incident, happened, plant).held(protocol, done);
    say("\n" + end.text());
    say(Message.of("incident.written").with("file", write(end)).toString());
  }

  /** With what one looks and acts, as it is called here. */
  private static Message tools(Plant plant) {
    Login login = plant.project().stack().settings(plant.leader()).superuser();
    return Message.of("incident.tools")
        .with("container", plant.name(plant.leader()))
        .with(
            "url",
            "postgresql://%s:%s@127.0.0.1:%d/postgres"
                .formatted(login.user(), login.password(), plant.project().entrypoint().getPort()))
        .with("patronictl", plant.patronictl(plant.leader(), "list"));
  }

  /** What reaches whoever is on duty: a client's complaint, or none. */
  private static Message alert(Plant plant, Instant broken) {
    List<Operation> answered = plant.experiment().answeredSince(broken);
    return answered.stream()
        .filter(one -> !one.acknowledged())
        .reduce((earlier, later) -> later)
        .map(one -> Message.of("incident.alert").with("error", one.error()))
        .orElse(Message.of("incident.noAlert"));
  }

  private static Path write(PostMortem end) throws IOException {
    Files.createDirectories(Outputs.INCIDENT);
    return Files.writeString(Outputs.INCIDENT.resolve("post-mortem.md"), end.markdown());
  }

  private void say(Message message) {
    say(message.toString());
  }

  private void say(String text) {
    out.println(text);
  }

  private void ask(String question) {
    out.print(question);
    out.flush();
  }
}
