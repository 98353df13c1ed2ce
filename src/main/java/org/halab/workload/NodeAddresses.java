package org.halab.workload;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Which node had which address, and from when on: two containers that were down together may come
 * back with each other's.
 */
final class NodeAddresses {
  private final Map<String, NavigableMap<Instant, String>> nodes = new ConcurrentHashMap<>();

  /** A node was asked, and answered from this address. */
  void seen(String node, String address, Instant at) {
    NavigableMap<Instant, String> known =
        nodes.computeIfAbsent(address, one -> new ConcurrentSkipListMap<>());
    if (known.isEmpty() || !known.lastEntry().getValue().equals(node)) {
      known.put(at, node);
    }
  }

  /** The node that was last seen there before a moment, or else first after it; empty if none. */
  Optional<String> nodeAt(String address, Instant moment) {
    return Optional.ofNullable(nodes.get(address))
        .map(
            known ->
                Optional.ofNullable(known.floorEntry(moment))
                    .orElseGet(known::firstEntry)
                    .getValue());
  }
}
