package org.halab.stack;

import java.util.Map;
import java.util.OptionalInt;

/**
 * A way in that a proxy's configuration offers, before it is known which of them leads to nodes.
 *
 * @param name under which the proxy's statistics know it
 * @param port that clients connect to, in the container
 * @param servers each server's name, and its {@code host:port}
 * @param forReplicas whether its check is one that only replicas pass
 * @param statisticsPort of the page on which the proxy tells of itself; empty if it has none
 * @param statisticsPath of that page
 */
public record Entry(
    String name,
    int port,
    Map<String, String> servers,
    boolean forReplicas,
    OptionalInt statisticsPort,
    String statisticsPath) {}
