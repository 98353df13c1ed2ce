package org.halab.fault;

import java.util.Optional;
import org.halab.cluster.Cluster;
import org.halab.cluster.Roles;
import org.halab.domain.LeaderLock;
import org.halab.domain.Node;
import org.halab.message.Message;

/** What an administrator does to a cluster on purpose; measured like a fault. */
final class Interventions {
  private Interventions() {}

  /** A planned handover of the leadership, through Patroni's API. */
  static FaultAction switchover(Cluster cluster, Node leader) {
    Node candidate = cluster.successorOf(leader);
    return new Order(Message.of("fault.handedOver").with("node", candidate)) {
      @Override
      public void inflict() {
        cluster.patroni(leader).switchover(leader.member(), candidate.member());
      }

      @Override
      public boolean inEffect() {
        return new Roles(cluster)
            .leaderKey()
            .map(LeaderLock::holder)
            .equals(Optional.of(candidate.member()));
      }
    };
  }

  /** A restart of the leader's PostgreSQL, through Patroni's API. */
  static FaultAction restart(Cluster cluster, Node node) {
    return new Order(Message.of("fault.postgres.restarted").with("node", node)) {
      private String before = "";

      @Override
      public void inflict() {
        before = postmasterStart();
        cluster.patroni(node).restart();
      }

      @Override
      public boolean inEffect() {
        return !before.isEmpty() && !before.equals(postmasterStart());
      }

      private String postmasterStart() {
        return cluster.patroni(node).status().path("postmaster_start_time").asText();
      }
    };
  }

  /** The replica throws its data away and copies the leader's, through Patroni's API. */
  static FaultAction reinitialize(Cluster cluster, Node node) {
    return new Order(Message.of("fault.reinitialized").with("node", node)) {
      private String before = "";

      @Override
      public void inflict() {
        before = dataDirectory();
        cluster.patroni(node).reinitialize();
      }

      @Override
      public boolean inEffect() {
        return !before.isEmpty() && !before.equals(dataDirectory());
      }

      /** A fresh copy's directory is a new one, whatever is in it. */
      private String dataDirectory() {
        return cluster
            .access(node)
            .exec("stat", "-c", "%i %W", cluster.project().stack().settings(node).dataDirectory())
            .output();
      }
    };
  }

  /** Both nodes killed at once. Healed by starting both. */
  static FaultAction bothKilled(Cluster cluster) {
    return new Together(
        Message.of("fault.bothKilled"),
        cluster.nodes().stream().map(node -> ContainerDown.killed(cluster.access(node))).toList());
  }

  /** Something ordered that ends by itself. */
  private abstract static class Order implements FaultAction {
    private final Message done;

    Order(Message done) {
      this.done = done;
    }

    @Override
    public Message done() {
      return done;
    }

    @Override
    public void heal() {
      // Patroni brings it to its end
    }

    @Override
    public boolean healed() {
      return true;
    }
  }
}
