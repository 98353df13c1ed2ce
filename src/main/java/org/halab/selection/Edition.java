package org.halab.selection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.halab.domain.LabException;
import org.halab.message.Language;
import org.halab.message.Message;
import org.halab.options.Option;

/**
 * The features in one language: all in {@code features/ru/} are Russian, those elsewhere English.
 */
public record Edition(Language language) {
  private static final Path FEATURES = Path.of("features");
  private static final Pattern OTHER_LANGUAGE = Pattern.compile("features/([a-z]{2})(/.*)?");

  /** That of the run. */
  public static Edition chosen() {
    return new Edition(Language.chosen());
  }

  /**
   * @param path of a feature or a directory below the project's, with slashes
   */
  public boolean has(String path) {
    Matcher other = OTHER_LANGUAGE.matcher(path);
    return (other.matches() ? other.group(1) : Language.ENGLISH.tag()).equals(language.tag());
  }

  /**
   * @throws LabException if there are no features in its language
   */
  void require() {
    if (directories().isEmpty()) {
      throw new LabException(
          Message.of("selection.noLanguage")
              .with("property", Option.LANGUAGE.property())
              .with("language", language.tag())
              .with("takes", Option.LANGUAGE.takes()));
    }
  }

  /** The files of all features, in whatever language. */
  public static List<Path> features() {
    try (Stream<Path> all = Files.walk(FEATURES)) {
      return all.filter(one -> one.toString().endsWith(".feature")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The directories that hold its features and no others. */
  public List<String> directories() {
    try (Stream<Path> all = Files.list(FEATURES)) {
      return all.filter(Files::isDirectory)
          .map(one -> one.toString().replace('\\', '/'))
          .filter(this::has)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
