package org.halab.stack;

/**
 * The kinds of program that the lab knows at an entrypoint, by their names, which are also those of
 * the commands that tell their versions with {@code -v}.
 */
public enum Proxy {
  HAPROXY("HAProxy"),
  NGINX("nginx");

  private final String title;

  Proxy(String title) {
    this.title = title;
  }

  @Override
  public String toString() {
    return title;
  }
}
