package org.halab.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.halab.stack.ComposeModel;
import org.halab.standin.Part;

/**
 * The lab's images that stand in for a project's; each is made when it is first needed, and kept
 * like the lab's other images.
 */
final class StandInImages {
  private static final String BASE = "BASE";

  private final Function<List<Path>, ComposeModel> compose;
  private final Images images;
  private final Path composeFile;
  private final Path file;
  private ComposeModel model;

  /**
   * @param compose resolves the lab's own files
   * @param images builds what is missing
   * @param dockerDirectory the lab's own docker files
   * @param directory to write into
   */
  StandInImages(
      Function<List<Path>, ComposeModel> compose,
      Images images,
      Path dockerDirectory,
      Path directory) {
    this.compose = compose;
    this.images = images;
    this.composeFile = dockerDirectory.resolve("stand-ins").resolve("compose.yml");
    this.file = directory.resolve("compose.json");
  }

  /** The name of a part's image, which is there then. */
  synchronized String image(Part part) {
    if (model == null) {
      model = onTheirBases(compose.apply(List.of(composeFile)));
      write();
    }
    String image = model.image(part.service());
    images.ensure(model, file, base(part));
    images.ensure(model, file, image);
    return image;
  }

  private String base(Part part) {
    return model
        .root()
        .path("services")
        .path(part.service())
        .path("build")
        .path("args")
        .path(BASE)
        .asText();
  }

  /** The bases' tags carry their digests, and so do those of what stands on them. */
  private static ComposeModel onTheirBases(ComposeModel named) {
    ComposeModel tagged = Images.tagged(named);
    Map<String, String> tags = new HashMap<>();
    for (Map.Entry<String, JsonNode> service : named.root().path("services").properties()) {
      tags.put(service.getValue().path("image").asText(), tagged.image(service.getKey()));
    }
    return Images.tagged(
        named.changed(
            root -> {
              for (JsonNode service : root.path("services")) {
                if (service.path("build").path("args") instanceof ObjectNode arguments
                    && arguments.has(BASE)) {
                  arguments.put(BASE, tags.get(arguments.path(BASE).asText()));
                }
              }
            }));
  }

  private void write() {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, model.toJson());
    } catch (IOException e) {
      throw new UncheckedIOException("The stand-ins' Compose file cannot be written", e);
    }
  }
}
