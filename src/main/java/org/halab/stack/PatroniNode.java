package org.halab.stack;

import java.util.List;
import org.halab.domain.Node;

/**
 * A node, as the project's files describe it.
 *
 * @param files that its Patroni reads, in that order
 * @param hosts every name under which others can reach it
 */
public record PatroniNode(
    Node node, List<ContainerFile> files, PatroniSettings settings, List<String> hosts) {}
