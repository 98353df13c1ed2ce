package org.halab.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halab.domain.LabException;
import org.halab.message.Message;

/** What a Dockerfile says of the image that it makes. */
public final class Dockerfile {
  private static final Pattern FROM =
      Pattern.compile("(?im)^\\s*FROM\\s+(?:--\\S+\\s+)*(\\S+)(?:\\s+AS\\s+(\\S+))?\\s*$");

  private final String text;

  private Dockerfile(String text) {
    this.text = text;
  }

  public static Dockerfile read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** What a Dockerfile of this text says. */
  public static Dockerfile parse(String text) {
    return new Dockerfile(text);
  }

  /**
   * The image that the last stage stands on, also through other stages.
   *
   * @throws LabException if no line names one
   */
  public String base() {
    Map<String, String> stages = new HashMap<>();
    String base = null;
    for (Matcher from = FROM.matcher(text); from.find(); ) {
      base = stages.getOrDefault(from.group(1), from.group(1));
      if (from.group(2) != null) {
        stages.put(from.group(2), base);
      }
    }
    if (base == null) {
      throw new LabException(Message.of("stack.noFrom"));
    }
    return base;
  }

  /** The directory in which its containers start, as its WORKDIRs say. */
  public String directory() {
    String directory = "/";
    for (Instruction one : Instruction.in(text)) {
      if (one.keyword().equals("WORKDIR")) {
        directory = PathInContainer.absolute(directory, one.rest().replace("\"", ""));
      }
    }
    return directory;
  }

  /** What the image runs: its ENTRYPOINT and its CMD, as words. */
  public List<String> command() {
    List<String> words = new ArrayList<>();
    for (String kind : List.of("ENTRYPOINT", "CMD")) {
      Matcher last = Pattern.compile("(?im)^\\s*" + kind + "\\s+(.*)$").matcher(text);
      String found = "";
      while (last.find()) {
        found = last.group(1);
      }
      words.addAll(PatroniCommand.split(found.replaceAll("[\\[\\],]", " ")));
    }
    return words;
  }
}
