package org.halab.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.halab.message.Language;

/** A file that the page is made of. */
record PageFile(String type, String text) {

  /** All, by the names under which the page asks for them; its own is empty. */
  static Map<String, PageFile> all() {
    return Map.of(
        "", new PageFile("text/html; charset=utf-8", page()),
        "page.css", new PageFile("text/css; charset=utf-8", read("page.css")),
        "page.js", script("page.js"),
        "cluster.js", script("cluster.js"),
        "chart.js", script("chart.js"),
        "svg.js", script("svg.js"));
  }

  private static PageFile script(String name) {
    return new PageFile("text/javascript; charset=utf-8", read(name));
  }

  /** What the scripts have to say stands in the page, as data and not as a script. */
  private static String page() {
    Map<String, String> words = PageWords.all();
    Map<String, Object> filled = new TreeMap<>(words);
    filled.put("language", Language.chosen().tag());
    try {
      filled.put("words", new ObjectMapper().writeValueAsString(words));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return Mustache.compiler().compile(read("page.html.mustache")).execute(filled);
  }

  private static String read(String name) {
    try (InputStream file = PageFile.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
