package org.halab.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Compose files as they are written: where each setting stands. */
final class ComposeSource {
  private final List<YamlSource> files;

  ComposeSource(List<Path> files) {
    this.files = files.stream().map(YamlSource::read).toList();
  }

  /** Where a service, or something of it, is set: {@code FILE:LINE}; the last file that does it. */
  String place(String service, String... below) {
    String[] path =
        Stream.concat(Stream.of("services", service), Stream.of(below)).toArray(String[]::new);
    for (int i = files.size() - 1; i >= 0; i--) {
      if (files.get(i).line(path).isPresent()) {
        return files.get(i).place(path);
      }
    }
    return below.length > 0 ? place(service) : files.get(0).place("services");
  }

  /** Where the project is. */
  String place() {
    return files.get(0).place("services");
  }
}
