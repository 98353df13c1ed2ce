package org.halab.incident;

import java.util.List;
import java.util.random.RandomGenerator;
import org.halab.domain.LabException;
import org.halab.message.Message;

/** The catalogue: every incident, each registered by its line here. */
public final class Incidents {
  private static final List<Incident> ALL =
      List.of(
          new FollowsNobody(),
          new EntrypointToReplicas(),
          new FullDisk(),
          new LostSlot(),
          new ReplicationPassword(),
          new ZookeeperGone(),
          new MaintenanceLeftOn(),
          new NobodyMayLead(),
          new ArchiveStuck(),
          new StrangerAtTheApi(),
          new HungPostgres(),
          new DcsWithoutMajority(),
          new ForgottenTransaction());

  private Incidents() {}

  public static List<Incident> all() {
    return ALL;
  }

  /**
   * @throws LabException if none is called so; the message names all
   */
  public static Incident named(String name) {
    return ALL.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new LabException(
                    Message.of("incident.unknown")
                        .with("name", name)
                        .with("names", ALL.stream().map(Incident::name).toList())));
  }

  /** Any, as likely as each other. */
  public static Incident drawn(RandomGenerator chance) {
    return ALL.get(chance.nextInt(ALL.size()));
  }
}
