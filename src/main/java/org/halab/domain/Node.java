package org.halab.domain;

/**
 * One PostgreSQL node of the cluster. Its names say nothing of its role: {@code pg-master} may well
 * be the replica.
 *
 * @param service the Compose service, which is the node's host name in the cluster's network too
 * @param member the name under which Patroni knows the node
 */
public record Node(String service, String member) {
  @Override
  public String toString() {
    return member + " (" + service + ")";
  }
}
