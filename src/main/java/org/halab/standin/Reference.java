package org.halab.standin;

/**
 * The name of an image, taken apart as Docker does.
 *
 * @param registry that is asked for it
 * @param repository without the registry
 * @param tag empty if the name has none
 */
record Reference(String registry, String repository, String tag) {
  private static final String HUB = "docker.io";

  static Reference of(String image) {
    String name = image.replaceFirst("@.*", "");
    int slash = name.indexOf('/');
    String first = slash < 0 ? "" : name.substring(0, slash);
    boolean named = first.matches(".*[.:].*|localhost");
    String path = named ? name.substring(slash + 1) : name;
    int colon = path.indexOf(':');
    return new Reference(
        named ? first : HUB,
        colon < 0 ? path : path.substring(0, colon),
        colon < 0 ? "" : path.substring(colon + 1));
  }

  /** The last part of the repository: {@code cp-zookeeper} of {@code confluentinc/cp-zookeeper}. */
  String name() {
    return repository.substring(repository.lastIndexOf('/') + 1);
  }
}
