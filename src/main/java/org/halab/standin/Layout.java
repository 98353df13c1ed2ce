package org.halab.standin;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/**
 * The files, directories and users that a Dockerfile makes by COPY and by the plain commands of its
 * RUN. Nothing of it is carried out as it stands there: the directories and users are made anew
 * before any of the project's files is in the image, and the files come with their owner and mode.
 */
final class Layout {
  private static final String WORD = "[\\w./:@+=,-]+";
  private static final String PATH = "/[\\w./@+=,-]*";

  private final List<List<CopiedFile>> copies = new ArrayList<>();
  private final Set<String> preparation = new LinkedHashSet<>();

  /** Notes what one COPY brings, and its place among the others. */
  void copy(List<CopiedFile> files) {
    copies.add(new ArrayList<>(files));
  }

  /** What each COPY brings, with what later commands have made of it. */
  List<List<CopiedFile>> copies() {
    return copies;
  }

  List<CopiedFile> files() {
    return copies.stream().flatMap(List::stream).toList();
  }

  /** Commands of a shell, of nothing but this class's own words and plain paths and names. */
  List<String> preparation() {
    return List.copyOf(preparation);
  }

  /**
   * @param words of one command, its variables put in
   * @param user as whom it is run; empty for root
   * @param directory in which it is run
   */
  void run(List<String> words, String user, String directory) {
    List<String> plain = new ArrayList<>(words);
    while (!plain.isEmpty() && plain.get(0).matches("sudo|exec|then|do|\\{")) {
      plain.remove(0);
    }
    if (plain.size() < 2) {
      return;
    }
    String command = plain.get(0);
    List<String> options = plain.stream().skip(1).filter(one -> one.startsWith("-")).toList();
    List<String> others = plain.stream().skip(1).filter(one -> !one.startsWith("-")).toList();
    switch (command) {
      case "mkdir", "install" -> directories(command, plain, user, directory);
      case "chown" -> changed(others, options, directory, true);
      case "chmod" -> changed(others, options, directory, false);
      case "useradd", "adduser" -> user(plain);
      case "groupadd", "addgroup" -> named(plain, "getent group %1$s || groupadd %1$s");
      default -> {}
    }
  }

  private void directories(String command, List<String> words, String user, String directory) {
    boolean directories = command.equals("mkdir");
    String mode = "";
    String owner = user;
    String group = "";
    List<String> paths = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      boolean last = i + 1 == words.size();
      if (word.matches("-\\w*m|--mode") && !last) {
        mode = words.get(++i);
      } else if (word.startsWith("--mode=")) {
        mode = word.substring("--mode=".length());
      } else if (command.equals("install") && word.matches("-\\w*o|--owner") && !last) {
        owner = words.get(++i);
      } else if (command.equals("install") && word.matches("-\\w*g|--group") && !last) {
        group = words.get(++i);
      } else if (word.startsWith("-")) {
        directories |= word.matches("-\\w*d\\w*|--directory");
      } else {
        paths.add(word);
      }
    }
    if (directories) {
      for (String path : paths) {
        make(absolute(path, directory), mode, owner + (group.isEmpty() ? "" : ":" + group));
      }
    }
  }

  private void make(String path, String mode, String owner) {
    if (path.matches(PATH)) {
      preparation.add("mkdir -p \"" + path + "\"");
      if (mode.matches("[0-7]{3,4}")) {
        preparation.add("chmod " + mode + " \"" + path + "\"");
      }
      if (!owner.isEmpty() && owner.matches(WORD)) {
        preparation.add("chown " + owner + " \"" + path + "\"");
      }
    }
  }

  /** Makes a directory that must be there before what is said of it. */
  void need(String path) {
    make(path, "", "");
  }

  /** Any other command of the lab's own. */
  void prepare(String command) {
    preparation.add(command);
  }

  private void changed(
      List<String> others, List<String> options, String directory, boolean ownership) {
    String change = others.get(0);
    boolean below = options.stream().anyMatch(one -> one.matches("-\\w*R\\w*|--recursive"));
    if (!change.matches(WORD)) {
      return;
    }
    for (String word : others.subList(1, others.size())) {
      String path = absolute(word, directory);
      for (List<CopiedFile> copy : copies) {
        copy.replaceAll(
            file ->
                !concerns(path, file.target(), below)
                    ? file
                    : ownership ? file.withOwner(change) : file.withMode(change));
      }
      if (path.matches(PATH)) {
        preparation.add(
            "%s%s %s \"%s\""
                .formatted(ownership ? "chown" : "chmod", below ? " -R" : "", change, path));
      }
    }
  }

  private static boolean concerns(String path, String file, boolean below) {
    if (below && file.startsWith(path.endsWith("/") ? path : path + "/")) {
      return true;
    }
    try {
      return path.equals(file)
          || path.contains("*")
              && FileSystems.getDefault().getPathMatcher("glob:" + path).matches(Path.of(file));
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private void user(List<String> words) {
    String number = "";
    for (int i = 1; i + 1 < words.size(); i++) {
      if (words.get(i).matches("-u|--uid") && words.get(i + 1).matches("\\d+")) {
        number = " -u " + words.get(i + 1);
      }
    }
    named(words, "id %1$s || useradd -m" + number + " %1$s");
  }

  private void named(List<String> words, String command) {
    String name = words.get(words.size() - 1);
    if (name.matches("[a-z_][a-z0-9_-]*")) {
      preparation.add(command.formatted(name));
    }
  }

  private static String absolute(String path, String directory) {
    return path.startsWith("/") ? path : directory.replaceFirst("/$", "") + "/" + path;
  }
}
