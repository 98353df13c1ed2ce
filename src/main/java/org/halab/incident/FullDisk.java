package org.halab.incident;

import java.nio.file.Path;
import java.util.List;
import org.halab.domain.Node;
import org.halab.fault.DiskFull;
import org.halab.message.Message;

/** Something that has nothing to do with PostgreSQL has filled the leader's disk. */
final class FullDisk implements Incident {
  private static final String EXPORT = "export-for-accounting.csv";

  @Override
  public String name() {
    return "full-disk";
  }

  @Override
  public String stack() {
    return "small-disk";
  }

  @Override
  public Happened happen(Plant plant) {
    Node leader = plant.leader();
    String volume = Path.of(plant.site().dataDirectory(leader)).getParent().toString();
    String export = volume + "/" + EXPORT;
    plant.inflict(new DiskFull(plant.container(leader), volume, export));
    plant.experiment().clients().awaitRefusedWrites();
    return new Happened(
        Message.of("incident.disk.broken").with("node", leader).with("file", export),
        List.of(
            Message.of("incident.disk.hint1"),
            Message.of("incident.disk.hint2").with("container", plant.name(leader)),
            Message.of("incident.disk.hint3").with("directory", volume)),
        Message.of("incident.disk.prevention"),
        List.of(Plant.docker("exec", plant.name(leader), "rm", "-f", export, export + "2")),
        List.of(plant.patronictl(leader, "restart", plant.scope(), leader.member(), "--force")));
  }
}
