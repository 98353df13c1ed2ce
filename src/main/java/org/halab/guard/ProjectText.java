package org.halab.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.halab.domain.LabException;
import org.halab.message.Message;
import org.halab.stack.Stacks;
import org.halab.stack.Tree;

/** A project whose files stand in the code blocks of a text alone, a README or a report. */
final class ProjectText {
  private static final int MOST_TEXTS = 50;
  private static final long LARGEST = 1 << 20;
  private static final int MOST_NAMED = 20;

  private final Path repository;
  private final List<Path> texts;

  /**
   * @param texts in Markdown, in the order of their paths
   */
  ProjectText(Path repository, List<Path> texts) {
    this.repository = repository;
    this.texts = texts.stream().limit(MOST_TEXTS).toList();
  }

  /**
   * Writes each block under the name that the text gives it, if it gives every file of the project
   * exactly one.
   *
   * @throws LabException if there is none, or the names cannot be told without guessing
   */
  ProjectPlace writtenTo(Path directory) throws IOException {
    List<CodeBlock> blocks = new ArrayList<>();
    for (Path text : texts) {
      if (Files.size(text) <= LARGEST) {
        String name = repository.relativize(text).toString();
        String content = new String(Files.readAllBytes(text), StandardCharsets.UTF_8);
        CodeBlock.in(name, content).stream().filter(CodeBlock::isOfProject).forEach(blocks::add);
      }
    }
    if (blocks.stream().noneMatch(CodeBlock::isCompose)) {
      throw new LabException(
          Message.of("guard.place.nothing")
              .with("names", Stacks.NAMES)
              .with("directory", repository));
    }
    Optional<Map<String, CodeBlock>> files = files(blocks);
    if (files.isEmpty()) {
      throw notTold(blocks);
    }
    Tree.removeWhole(directory);
    for (Map.Entry<String, CodeBlock> file : files.get().entrySet()) {
      Path target = directory.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue().content());
    }
    return new ProjectPlace(
        directory,
        Optional.of(
            Message.of("guard.place.written")
                .with("files", files.get().keySet())
                .with("text", blocks.get(0).text())
                .with("directory", directory)));
  }

  /** By their names; empty if one has none, two have the same, or there is no Compose file. */
  private static Optional<Map<String, CodeBlock>> files(List<CodeBlock> blocks) {
    Map<String, CodeBlock> files = new LinkedHashMap<>();
    for (CodeBlock block : blocks) {
      if (block.names().size() != 1 || files.put(block.names().get(0), block) != null) {
        return Optional.empty();
      }
    }
    boolean inAnother =
        files.keySet().stream()
            .anyMatch(one -> files.keySet().stream().anyMatch(two -> two.startsWith(one + "/")));
    boolean several = blocks.stream().map(CodeBlock::text).distinct().count() > 1;
    return several || inAnother || Stacks.NAMES.stream().noneMatch(files::containsKey)
        ? Optional.empty()
        : Optional.of(files);
  }

  private LabException notTold(List<CodeBlock> blocks) {
    return new LabException(
        Message.of("guard.place.notTold")
            .with("directory", repository)
            .with(
                "blocks",
                blocks.stream()
                    .limit(MOST_NAMED)
                    .map(CodeBlock::told)
                    .collect(Collectors.joining("\n"))));
  }
}
