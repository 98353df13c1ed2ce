package org.halab.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * Who is let in: only who knows the token that the address begins with, and only by an address of
 * this machine, so that no other site's page can ask in its visitor's name, whatever name it may
 * have for this machine.
 */
final class Admission {
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int ADMITTED = 0;

  private static final int TOKEN_BYTES = 24;

  private final String token;
  private final List<String> hosts;

  Admission(int port) {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    hosts = List.of("127.0.0.1:" + port, "localhost:" + port);
  }

  /** The path that all others begin with. */
  String root() {
    return "/" + token + "/";
  }

  /**
   * @param host what the request says it was sent to, null if it does not
   * @param origin of the page that asks, null if the browser does not say
   * @param changes whether something would be done
   * @return {@link #ADMITTED}, or the status of the refusal
   */
  int of(String path, String host, String origin, boolean changes) {
    if (host == null || !hosts.contains(host)) {
      return FORBIDDEN;
    }
    if (origin == null ? changes : !origin.equals("http://" + host)) {
      return FORBIDDEN;
    }
    return hasToken(path) ? ADMITTED : NOT_FOUND;
  }

  /** In the same time whatever is wrong with it. */
  private boolean hasToken(String path) {
    int end = path.indexOf('/', 1);
    return end > 0 && MessageDigest.isEqual(bytes(path.substring(0, end + 1)), bytes(root()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
