package org.halab.report;

import java.util.Locale;
import java.util.ResourceBundle;
import org.halab.message.Language;

/**
 * Texts that are always the same, from a resource bundle, in one language; English stands in for
 * one that is missing.
 */
public final class Words {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final ResourceBundle words;

  /**
   * @param bundle the resource's name, with dots and without its language
   */
  public Words(String bundle, Language language) {
    this.words =
        ResourceBundle.getBundle(bundle, Locale.forLanguageTag(language.tag()), NO_FALLBACK);
  }

  /**
   * @throws java.util.MissingResourceException if there is no such text
   */
  public String get(String key) {
    return words.getString(key);
  }

  public boolean has(String key) {
    return words.containsKey(key);
  }

  /** The language the words are in. */
  public Language language() {
    String found = words.getLocale().getLanguage();
    return found.isEmpty() ? Language.ENGLISH : new Language(found);
  }
}
