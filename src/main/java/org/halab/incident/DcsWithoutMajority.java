package org.halab.incident;

import java.util.List;
import org.halab.engine.ServiceContainer;
import org.halab.message.Message;

/** Of three members of the DCS two are gone: the third may decide nothing. */
final class DcsWithoutMajority implements Incident {
  @Override
  public String name() {
    return "dcs-without-majority";
  }

  @Override
  public String stack() {
    return "etcd";
  }

  @Override
  public Happened happen(Plant plant) {
    List<ServiceContainer> gone = plant.site().dcsMajority();
    gone.forEach(ServiceContainer::kill);
    plant.experiment().clients().awaitNoWrites();
    List<String> names = gone.stream().map(ServiceContainer::containerName).toList();
    return new Happened(
        Message.of("incident.majority.broken").with("containers", names),
        List.of(
            Message.of("incident.majority.hint1"),
            Message.of("incident.majority.hint2"),
            Message.of("incident.majority.hint3")),
        Message.of("incident.majority.prevention"),
        names.stream().map(name -> Plant.docker("start", name)).toList(),
        plant.cluster().nodes().stream()
            .map(node -> Plant.docker("restart", plant.name(node)))
            .toList());
  }
}
