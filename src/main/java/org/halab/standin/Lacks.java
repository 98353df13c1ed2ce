package org.halab.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.halab.stack.BuildContext;
import org.halab.stack.Dcs;
import org.halab.stack.DcsMember;
import org.halab.stack.EntrypointPlan;
import org.halab.stack.Proxy;
import org.halab.stack.Stack;

/** Finds the services of a project whose images can neither be pulled nor built. */
final class Lacks {
  private static final long LONGEST_DOCKERFILE = 256 * 1024;

  private final ImageSource source;
  private final Path lab;
  private final Map<Path, String> withoutIndex;

  /**
   * @param lab the lab's own docker files: what is built from them is no concern here
   * @param withoutIndex the Dockerfiles whose build found no package index, each with what it said
   */
  Lacks(ImageSource source, Path lab, Map<Path, String> withoutIndex) {
    this.source = source;
    this.lab = lab;
    this.withoutIndex = withoutIndex;
  }

  List<Lack> of(JsonNode root, Stack stack) {
    Map<String, Part> parts = parts(stack);
    List<Lack> lacks = new ArrayList<>();
    for (Map.Entry<String, JsonNode> service : root.path("services").properties()) {
      lack(service.getKey(), service.getValue(), Optional.ofNullable(parts.get(service.getKey())))
          .ifPresent(lacks::add);
    }
    return lacks;
  }

  private static Map<String, Part> parts(Stack stack) {
    Map<String, Part> parts = new HashMap<>();
    stack.nodes().forEach(node -> parts.put(node.service(), Part.PATRONI));
    for (DcsMember member : stack.dcs().members()) {
      parts.put(member.service(), stack.dcs().kind() == Dcs.ZOOKEEPER ? Part.ZOOKEEPER : Part.ETCD);
    }
    for (EntrypointPlan entrypoint : stack.entrypoints()) {
      parts.put(
          entrypoint.service(), entrypoint.proxy() == Proxy.HAPROXY ? Part.HAPROXY : Part.NGINX);
    }
    return parts;
  }

  private Optional<Lack> lack(String name, JsonNode service, Optional<Part> known) {
    Optional<BuildContext> build = BuildContext.of(service);
    if (build.isPresent()) {
      return ofTheLab(build.get()) ? Optional.empty() : ofBuild(name, service, build.get(), known);
    }
    String image = service.path("image").asText();
    Answer answer = source.answer(image);
    return answer.had() == Answer.Had.YES
        ? Optional.empty()
        : Optional.of(new Lack(name, image, answer, Optional.empty(), part(known, image)));
  }

  private boolean ofTheLab(BuildContext build) {
    return build.directory().normalize().startsWith(lab);
  }

  private Optional<Lack> ofBuild(
      String name, JsonNode service, BuildContext build, Optional<Part> known) {
    Stages stages = stages(service);
    String said = withoutIndex.get(build.dockerfile());
    Map<String, Answer> missing = new TreeMap<>();
    for (String base : stages.bases()) {
      Answer answer = source.answer(base);
      if (answer.had() != Answer.Had.YES) {
        missing.put(base, answer);
      }
    }
    String base = stages.base().orElse("");
    if (said == null && missing.isEmpty()) {
      return Optional.empty();
    }
    if (missing.isEmpty()) {
      Answer unbuilt = new Answer(Answer.Had.UNREACHED, said);
      return Optional.of(
          new Lack(
              name,
              service.path("image").asText(base),
              unbuilt,
              Optional.of(build.dockerfile()),
              part(known, base)));
    }
    String image = missing.containsKey(base) ? base : first(missing);
    Answer answer = missing.get(image);
    return Optional.of(
        new Lack(name, image, answer, Optional.of(build.dockerfile()), part(known, base)));
  }

  private static String first(Map<String, Answer> missing) {
    return missing.keySet().iterator().next();
  }

  /** What a service is by the project's files; else what its image is by its name. */
  private static Optional<Part> part(Optional<Part> known, String image) {
    // A PostgreSQL that is no node of the cluster cannot be what it was meant to be.
    return known.or(() -> Part.of(Reference.of(image)).filter(part -> part != Part.PATRONI));
  }

  /** The Dockerfile of a service; without stages if it has none that can be read. */
  static Stages stages(JsonNode service) {
    JsonNode build = service.path("build");
    JsonNode inline = build.path("dockerfile_inline");
    String text =
        inline.isTextual()
            ? inline.asText()
            : BuildContext.of(service).map(one -> text(one.dockerfile())).orElse("");
    return new Stages(text, build.path("target").asText(""), BuildContext.arguments(service));
  }

  static String text(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= LONGEST_DOCKERFILE
          ? Files.readString(file)
          : "";
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
