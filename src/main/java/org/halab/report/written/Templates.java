package org.halab.report.written;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The report's templates, among the resources. */
final class Templates {
  /** Characters that mean something in Markdown. */
  private static final String[][] MARKDOWN = {
    {"\\", "\\\\"},
    {"*", "\\*"},
    {"_", "\\_"},
    {"`", "\\`"},
    {"<", "&lt;"},
    {"|", "\\|"},
    {"[", "\\["},
    {"]", "\\]"},
    {"\n", " "}
  };

  private final Mustache.Compiler compiler =
      Mustache.compiler()
          .emptyStringIsFalse(true)
          .nullValue("")
          .withFormatter(PlainCharacters::of)
          .withLoader(Templates::reader);

  Template html(String name) {
    return compiler.compile(text(name + ".mustache"));
  }

  /** A fence of code ends at its own mark alone, whatever stands in it. */
  Template markdown(String name) {
    return compiler
        .withEscaper(Escapers.simple(MARKDOWN))
        .withFormatter(value -> PlainCharacters.of(value).replace("```", "\'\'\'"))
        .compile(text(name + ".mustache"));
  }

  /** A file among the resources, as it is. */
  static String text(String name) {
    try (InputStream file = open(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reader reader(String name) {
    return new InputStreamReader(open(name + ".mustache"), StandardCharsets.UTF_8);
  }

  private static InputStream open(String name) {
    InputStream file = Templates.class.getResourceAsStream(name);
    if (file == null) {
      throw new IllegalStateException("There is no " + name + " among the resources");
    }
    return file;
  }
}
