package org.halab.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.halab.fault.Call.Question;
import org.halab.fault.Site.Peer;
import org.halab.message.Message;

/**
 * A link between two parts of a cluster, as the features name it.
 *
 * @param words {@code the leader and the DCS}
 * @param there what goes from the one named first to the other
 * @param back what comes from the other
 * @param calls the connections that it carries
 * @param limit how long clients may be without writes while next to nothing passes
 */
public record Link(
    String words,
    Message told,
    Function<Site, List<Way>> there,
    Function<Site, List<Way>> back,
    Function<Site, List<Call>> calls,
    NamedFault.Limit limit) {

  public static final Link LEADER_AND_REPLICA =
      new Link(
          "the leader and the replica",
          Message.of("fault.link.replica"),
          site -> List.of(Way.to(site.standbyPeer(), site.leader())),
          site -> List.of(Way.to(site.leaderPeer(), site.synchronousStandby())),
          site ->
              List.of(
                  Call.to(site.leaderPeer(), Question.POSTGRES).from(site.synchronousStandby())),
          Site::withSilentReplica);

  public static final Link LEADER_AND_DCS =
      new Link(
          "the leader and the DCS",
          Message.of("fault.link.dcs"),
          site -> site.dcsPeers().stream().map(one -> Way.to(one, site.leader())).toList(),
          site ->
              site.dcsPeers().stream()
                  .map(one -> Way.to(site.leaderPeer(), one.container()))
                  .toList(),
          site ->
              site.dcsPeers().stream()
                  .map(one -> Call.to(one, site.dcsQuestion()).from(site.leader()))
                  .toList(),
          (bounds, site) -> bounds.lockLost());

  public static final Link ENTRYPOINT_AND_LEADER =
      new Link(
          "the entrypoint and the leader",
          Message.of("fault.link.entrypoint"),
          site ->
              site.entrypointPeers().stream()
                  .map(one -> Way.to(site.leaderPeer(), one.container()))
                  .toList(),
          site -> site.entrypointPeers().stream().map(one -> Way.to(one, site.leader())).toList(),
          site ->
              site.everyEntrypoint().stream()
                  .flatMap(
                      one ->
                          Stream.of(
                                  Call.to(site.leaderPeer(), Question.POSTGRES),
                                  Call.to(site.leaderApi(), Question.HTTP))
                              .map(call -> call.from(one)))
                  .toList(),
          (bounds, site) -> bounds.pathBack());

  public static final Link CLIENTS_AND_ENTRYPOINT =
      new Link(
          "clients and the entrypoint",
          Message.of("fault.link.clients"),
          site -> site.entrypointPeers().stream().map(Peer::container).map(Way::fromHost).toList(),
          site -> site.entrypointPeers().stream().map(Peer::container).map(Way::toHost).toList(),
          site ->
              site.entrypointPeers().stream().map(one -> Call.to(one, Question.POSTGRES)).toList(),
          (bounds, site) -> bounds.pathBack());

  /**
   * @throws IllegalArgumentException if no link is called so
   */
  public static Link named(String words) {
    return Stream.of(
            LEADER_AND_REPLICA, LEADER_AND_DCS, ENTRYPOINT_AND_LEADER, CLIENTS_AND_ENTRYPOINT)
        .filter(one -> one.words().equals(words))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No link is called: " + words));
  }

  List<Way> bothWays(Site site) {
    List<Way> both = new ArrayList<>(there.apply(site));
    both.addAll(back.apply(site));
    return both;
  }
}
