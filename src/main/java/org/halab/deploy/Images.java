package org.halab.deploy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.halab.engine.CommandResult;
import org.halab.engine.Engine;
import org.halab.message.Message;
import org.halab.stack.Compose;
import org.halab.stack.ComposeModel;
import org.halab.stack.Copies;

/**
 * The images of a stack. Each is built when no image of its inputs exists, and only then; the tag
 * carries the digest of the inputs.
 */
final class Images {
  /**
   * For one image. Over a slow line the packages of the guide's take some minutes; a step of a
   * stranger's Dockerfile may never end, and is ended with the command.
   */
  private static final Duration BUILD_LIMIT = Duration.ofMinutes(15);

  private final Engine engine;
  private final Compose compose;
  private final Copies copies;
  private final Consumer<Message> progress;

  Images(Engine engine, Compose compose, Copies copies, Consumer<Message> progress) {
    this.engine = engine;
    this.compose = compose;
    this.copies = copies;
    this.progress = progress;
  }

  /** The same project with the tags of its images' inputs. */
  static ComposeModel tagged(ComposeModel written) {
    ComposeModel model = written.withImagesNamed();
    Map<String, String> tags = new TreeMap<>();
    model.builtImages().forEach((image, inputs) -> tags.put(image, image + "-" + inputs.digest()));
    return model.withImages(tags::get);
  }

  /**
   * Builds what is missing, one image after the other.
   *
   * @param file the project, with tagged images
   * @throws NotBuilt if a build fails
   */
  void ensure(ComposeModel model, Path file) {
    model.builtImages().keySet().forEach(image -> ensure(model, file, image));
  }

  /** Builds one image of the project if it is missing. */
  void ensure(ComposeModel model, Path file, String image) {
    // Two clusters that start together need the same images: the second waits for the first.
    synchronized (Images.class) {
      if (engine.image(image).isEmpty()) {
        build(model, file, image);
      }
    }
  }

  private void build(ComposeModel model, Path file, String image) {
    progress.accept(Message.of("deploy.building").with("image", image));
    long start = System.nanoTime();
    CommandResult result = compose.run(List.of(file), BUILD_LIMIT, "build", model.builderOf(image));
    if (!result.succeeded()) {
      throw new NotBuilt(
          model.builtImages().get(image).dockerfile(),
          result.output(),
          Message.of("deploy.buildFailed")
              .with("image", image)
              .with("output", copies.told(result.lastLines(20)))
              .with("advice", Advice.on(result.output())));
    }
    progress.accept(
        Message.of("deploy.built")
            .with("image", image)
            .with("time", Duration.ofNanos(System.nanoTime() - start)));
  }
}
