package org.halab;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.halab.calibration.Claim;
import org.halab.checker.failover.Event;
import org.halab.checker.isolation.Anomaly;
import org.halab.domain.Guess.Leads;
import org.halab.domain.ListTransaction;
import org.halab.domain.LockEnd;
import org.halab.domain.Operation;
import org.halab.domain.Outcome;
import org.halab.examination.TrialFinding;
import org.halab.finding.Item;
import org.halab.finding.ItemVerdict;
import org.halab.finding.Severity;
import org.halab.grade.written.Student;
import org.halab.incident.Keyword;
import org.halab.matrix.Fate;
import org.halab.report.Deed;
import org.halab.timing.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every message that the code makes has words in every language, and no words are left over. */
class MessagesTest {
  private static final Path SOURCES = Path.of("src", "main", "java", "org", "halab");
  private static final Path WORDS = Path.of("src", "main", "resources", "org", "halab");

  /** Keys that end in a constant's name, and whose constants these are. */
  private static final Map<String, Class<? extends Enum<?>>> CONSTANTS =
      Map.ofEntries(
          Map.entry("calibration.stage", Stage.class),
          Map.entry("calibration.verdict", Claim.class),
          Map.entry("checker.isolation.kind", Anomaly.Kind.class),
          Map.entry("checker.isolation.outcome", Outcome.class),
          Map.entry("checker.isolation.side", ListTransaction.Side.class),
          Map.entry("examination.change", TrialFinding.class),
          Map.entry("examination.look", TrialFinding.class),
          Map.entry("examination.seen", TrialFinding.class),
          Map.entry("examination.try", TrialFinding.class),
          Map.entry("grade.item", Item.class),
          Map.entry("grade.outcome", ItemVerdict.Outcome.class),
          Map.entry("grade.severity", Severity.class),
          Map.entry("grade.state", Student.State.class),
          Map.entry("incident.keyword", Keyword.class),
          Map.entry("matrix.fate", Fate.class),
          Map.entry("report.answers.before", Deed.Kind.class),
          Map.entry("report.ended", Deed.End.class),
          Map.entry("report.event", Event.Kind.class),
          Map.entry("report.outage.since", Deed.Kind.class),
          Map.entry("report.outcome", Outcome.class),
          Map.entry("report.guess.because", Leads.class),
          Map.entry("report.guess.who", Leads.class),
          Map.entry("report.operation", Operation.Kind.class),
          Map.entry("report.told.lock", LockEnd.class),
          Map.entry("report.told.never", Operation.Kind.class),
          Map.entry("report.told.again", Operation.Kind.class),
          Map.entry("report.told.lost", Operation.Kind.class),
          Map.entry("report.told.outage", Operation.Kind.class),
          Map.entry("steps.lockEnd", LockEnd.class));

  /** Each key that the code names, and the arguments that it gives there. */
  private static final Map<String, Set<String>> USED = new TreeMap<>();

  private static final Set<String> PREFIXES = new TreeSet<>();
  private static final List<String> UNEQUAL = new ArrayList<>();
  private static final Map<String, String> ENGLISH = new TreeMap<>();
  private static final Map<String, String> RUSSIAN = new TreeMap<>();

  @BeforeAll
  static void readAll() throws IOException {
    readSources();
    try (Stream<Path> files = Files.walk(WORDS)) {
      for (Path file : files.filter(one -> one.endsWith("messages.properties")).toList()) {
        String room = WORDS.relativize(file.getParent()).toString().replace('\\', '/');
        ENGLISH.putAll(words(room, "en"));
        RUSSIAN.putAll(words(room, "ru"));
      }
    }
  }

  @Test
  void everyKeyHasWordsInBothLanguages() {
    assertThat(RUSSIAN.keySet()).isNotEmpty().isEqualTo(ENGLISH.keySet());
    assertThat(ENGLISH).allSatisfy((key, words) -> assertThat(words).as(key).isNotBlank());
    assertThat(RUSSIAN).allSatisfy((key, words) -> assertThat(words).as(key).isNotBlank());
  }

  @Test
  void bothLanguagesUseTheSameArguments() {
    assertThat(ENGLISH)
        .allSatisfy(
            (key, words) ->
                assertThat(arguments(RUSSIAN.getOrDefault(key, "")))
                    .as(key)
                    .isEqualTo(arguments(words)));
  }

  @Test
  void everyKeyThatTheCodeNamesHasWords() {
    assertThat(ENGLISH.keySet()).containsAll(USED.keySet());
  }

  @Test
  void everyConstantHasWords() {
    assertThat(CONSTANTS.keySet()).isEqualTo(PREFIXES);
    CONSTANTS.forEach(
        (prefix, constants) ->
            assertThat(ENGLISH.keySet())
                .containsAll(
                    Stream.of(constants.getEnumConstants())
                        .map(one -> prefix + "." + one.name())
                        .toList()));
  }

  @Test
  void termsAreToldApart() {
    for (Map<String, String> words : List.of(ENGLISH, RUSSIAN)) {
      assertThat(words.keySet().stream().filter(key -> key.startsWith("message.term.")))
          .extracting(words::get)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void noWordsAreLeftOver() {
    assertThat(
            ENGLISH.keySet().stream()
                .filter(key -> !USED.containsKey(key))
                .filter(key -> !key.startsWith("message.term."))
                .filter(key -> !PREFIXES.contains(key.substring(0, key.lastIndexOf('.'))))
                .toList())
        .isEmpty();
  }

  @Test
  void theCodeGivesTheArgumentsThatTheWordsUse() {
    assertThat(UNEQUAL).isEmpty();
    assertThat(USED)
        .allSatisfy(
            (key, given) ->
                assertThat(given).as(key).isEqualTo(arguments(ENGLISH.getOrDefault(key, ""))));
  }

  private static Map<String, String> words(String room, String language) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "org.halab." + room.replace('/', '.') + ".messages",
            Locale.forLanguageTag(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    Map<String, String> words = new TreeMap<>();
    if (bundle.getLocale().getLanguage().equals(language) || language.equals("en")) {
      bundle.keySet().forEach(key -> words.put(room + "." + key, bundle.getString(key)));
    }
    return words;
  }

  private static Set<String> arguments(String words) {
    MessagePattern pattern = new MessagePattern(words);
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < pattern.countParts(); i++) {
      if (pattern.getPart(i).getType() == MessagePattern.Part.Type.ARG_NAME) {
        names.add(pattern.getSubstring(pattern.getPart(i)));
      }
    }
    return names;
  }

  private static void readSources() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (Stream<Path> files = Files.walk(SOURCES);
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  null,
                  null,
                  manager.getJavaFileObjectsFromPaths(
                      files.filter(one -> one.toString().endsWith(".java")).toList()));
      task.parse().forEach(unit -> unit.accept(new Calls(), null));
    }
  }

  /** Finds {@code Message.of("a.key").with("name", …).with(…)}. */
  private static final class Calls extends TreeScanner<Void, Void> {
    private final Set<MethodInvocationTree> seen = new java.util.HashSet<>();

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      Set<String> given = new TreeSet<>();
      ExpressionTree at = call;
      while (at instanceof MethodInvocationTree one && seen.add(one)) {
        String name = one.getMethodSelect().toString();
        if (name.equals("Message.of")) {
          made(one, given);
        } else if (name.endsWith(".with") && one.getArguments().size() == 2) {
          given.add(String.valueOf(literal(one.getArguments().get(0))));
        }
        at =
            one.getMethodSelect() instanceof MemberSelectTree select
                ? select.getExpression()
                : null;
      }
      return super.visitMethodInvocation(call, nothing);
    }

    private static void made(MethodInvocationTree call, Set<String> given) {
      String key = String.valueOf(literal(call.getArguments().get(0)));
      if (call.getArguments().size() == 2) {
        PREFIXES.add(key);
      } else if (!given.equals(USED.computeIfAbsent(key, same -> given))) {
        UNEQUAL.add(key + " " + given + " and " + USED.get(key));
      }
    }

    private static Object literal(ExpressionTree tree) {
      return tree instanceof LiteralTree literal ? literal.getValue() : tree;
    }
  }
}
