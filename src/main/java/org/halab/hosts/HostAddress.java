package org.halab.hosts;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.halab.domain.LabException;
import org.halab.message.Message;

/**
 * The engine of a host that was given: {@code ssh://USER@HOST} or, with TLS, {@code
 * tcp://HOST:2376}.
 */
record HostAddress(URI uri) {
  private static final Set<String> SCHEMES = Set.of("ssh", "tcp");
  private static final int WITHOUT_TLS = 2375;

  /**
   * @throws LabException if one is not understood or given twice; the message says which, and why
   */
  static List<HostAddress> all(List<String> given) {
    List<HostAddress> all = given.stream().map(String::strip).map(HostAddress::of).toList();
    Set<String> hosts = new HashSet<>();
    for (HostAddress one : all) {
      if (!hosts.add(one.uri.getHost())) {
        throw new LabException(Message.of("hosts.givenTwice").with("host", one.uri.getHost()));
      }
    }
    return all;
  }

  private static HostAddress of(String given) {
    URI uri;
    try {
      uri = new URI(given);
    } catch (URISyntaxException e) {
      throw notUnderstood(given);
    }
    if (!SCHEMES.contains(String.valueOf(uri.getScheme()))
        || uri.getHost() == null
        || !String.valueOf(uri.getPath()).isEmpty()
        || uri.getScheme().equals("tcp") && uri.getPort() < 0) {
      throw notUnderstood(given);
    }
    if (uri.getScheme().equals("tcp") && uri.getPort() == WITHOUT_TLS) {
      throw new LabException(Message.of("hosts.withoutTls").with("given", given));
    }
    return new HostAddress(uri);
  }

  private static LabException notUnderstood(String given) {
    return new LabException(Message.of("hosts.notUnderstood").with("given", given));
  }

  boolean ssh() {
    return uri.getScheme().equals("ssh");
  }

  String host() {
    return uri.getHost();
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
