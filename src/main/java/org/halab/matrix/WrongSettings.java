package org.halab.matrix;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halab.domain.LabException;
import org.halab.message.Message;
import org.halab.stack.YamlSource;

/**
 * All wrong settings, as {@code features/beyond/wrong-settings.yml} has them:
 *
 * <pre>{@code
 * unchanged: why nothing is red if nothing is wrong
 * parts:
 *   HAProxy:
 *     - name: check-health
 *       what: what is wrong, in a sentence
 *       edits: [...]                      # see FileEdit
 *       tried:
 *         - feature: tasks/rejoin.feature
 *           rule: Improved                # how it begins; only where the name is there twice
 *           scenario: its name, with the example's values if it is an outline
 *           red at: how the step begins   # or several; without it the scenario is to be green
 *           says: REGEX                   # what the failure's message must have
 *           logged: REGEX                 # what the cluster's logs must have
 *       survives: why no scenario is red  # only where none is to be
 * }</pre>
 */
public record WrongSettings(List<WrongSetting> all) {
  private static final Path FILE = Path.of("features", "beyond", "wrong-settings.yml");

  /** The part that is no part: nothing is wrong. */
  public static final String UNCHANGED = "unchanged";

  private static final Set<String> KEYS = Set.of("name", "what", "edits", "tried", "survives");
  private static final Set<String> TRIAL_KEYS =
      Set.of("feature", "rule", "scenario", "red at", "says", "logged");

  public static WrongSettings read() {
    return read(FILE);
  }

  /** With the unchanged files, tried with each scenario that is to be red for any of the others. */
  static WrongSettings read(Path file) {
    Map<?, ?> root = map(YamlSource.read(file).content());
    List<WrongSetting> all = new ArrayList<>();
    map(root.get("parts"))
        .forEach(
            (part, settings) ->
                list(settings).forEach(one -> all.add(setting(String.valueOf(part), map(one)))));
    all.addAll(unchanged(all, text(root, "unchanged")));
    return new WrongSettings(List.copyOf(all));
  }

  private static WrongSetting setting(String part, Map<?, ?> said) {
    requireKnown(said, KEYS);
    return new WrongSetting(
        part,
        text(said, "name"),
        text(said, "what"),
        list(said.get("edits")).stream().map(one -> new FileEdit(edit(one))).toList(),
        list(said.get("tried")).stream().map(one -> trial(map(one))).toList(),
        text(said, "survives"));
  }

  private static Map<String, Object> edit(Object said) {
    Map<String, Object> edit = new LinkedHashMap<>();
    map(said).forEach((key, value) -> edit.put(String.valueOf(key), value));
    return edit;
  }

  private static Trial trial(Map<?, ?> said) {
    requireKnown(said, TRIAL_KEYS);
    Object redAt = said.get("red at");
    return new Trial(
        text(said, "feature"),
        text(said, "rule"),
        text(said, "scenario"),
        redAt == null
            ? List.of()
            : redAt instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(redAt)),
        text(said, "says"),
        text(said, "logged"));
  }

  /** One for each scenario, so that each can be asked for, and has a cluster of its own. */
  private static List<WrongSetting> unchanged(List<WrongSetting> all, String why) {
    Set<Trial> scenarios =
        all.stream()
            .flatMap(one -> one.trials().stream())
            .filter(Trial::isToBeRed)
            .map(Trial::isToBeGreen)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<WrongSetting> unchanged = new ArrayList<>();
    for (Trial one : scenarios) {
      String name = UNCHANGED + "-" + (unchanged.size() + 1);
      unchanged.add(
          new WrongSetting(UNCHANGED, name, one.scenario(), List.of(), List.of(one), why));
    }
    return unchanged;
  }

  private static void requireKnown(Map<?, ?> said, Set<String> keys) {
    said.keySet().stream()
        .filter(key -> !keys.contains(String.valueOf(key)))
        .findFirst()
        .ifPresent(
            key -> {
              throw new IllegalStateException("There is no key " + key + " in " + said);
            });
  }

  private static Map<?, ?> map(Object said) {
    return (Map<?, ?>) said;
  }

  private static List<?> list(Object said) {
    return said == null ? List.of() : (List<?>) said;
  }

  private static String text(Map<?, ?> said, String key) {
    Object value = said.get(key);
    return value == null ? "" : String.valueOf(value).strip();
  }

  /**
   * Those of a part that were asked for.
   *
   * @param names of those that were; empty for all
   * @throws LabException if there is none of a name that was asked for
   */
  public List<WrongSetting> of(String part, Set<String> names) {
    Set<String> known = all.stream().map(WrongSetting::name).collect(Collectors.toSet());
    for (String name : names) {
      if (!known.contains(name)) {
        throw new LabException(
            Message.of("matrix.none")
                .with("name", name)
                .with("known", all.stream().map(WrongSetting::name).toList()));
      }
    }
    return ofPart(part).filter(one -> names.isEmpty() || names.contains(one.name())).toList();
  }

  private Stream<WrongSetting> ofPart(String part) {
    return all.stream().filter(one -> one.part().equals(part));
  }
}
