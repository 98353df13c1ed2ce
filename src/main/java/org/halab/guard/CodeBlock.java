package org.halab.guard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A fenced block of code in a text.
 *
 * @param text the file it stands in
 * @param line of the file in which it begins, from 1
 * @param names of files that the text gives it: in its first line as a comment, behind the mark of
 *     its beginning, or in what stands right before it
 */
record CodeBlock(String text, int line, String content, List<String> names) {
  /** A path of few plain names: nothing hidden, nothing above. */
  private static final String PATH = "(?:[A-Za-z0-9_][\\w.-]*/){0,3}";

  private static final Pattern FILE =
      Pattern.compile(
          "(?<![\\w./-])(?:\\./)?("
              + PATH
              + "(?:[A-Za-z0-9_][\\w.-]*\\.(?:ya?ml|cfg|conf|sh|env)|[Dd]ockerfile))"
              + "(?![\\w/-]|\\.\\w)");

  private static final int NESTING = 100;
  private static final Pattern COMMENT = Pattern.compile("\\s*(?:#|//|--)\\s*(\\S+)\\s*");
  private static final Pattern COMPOSE = Pattern.compile("(?m)^services:\\s*$");
  private static final Pattern DOCKERFILE = Pattern.compile("(?i)(?:FROM|ARG)\\s.*");
  private static final Pattern PATRONI = Pattern.compile("(?m)^(?:scope|bootstrap|restapi):");
  private static final Pattern PROXY = Pattern.compile("(?m)^(?:listen|frontend|backend)\\s+\\w");

  static List<CodeBlock> in(String name, String text) {
    List<CodeBlock> blocks = new ArrayList<>();
    Parser.builder()
        .includeSourceSpans(IncludeSourceSpans.BLOCKS)
        .maxOpenBlockParsers(NESTING)
        .maxInlineNesting(NESTING)
        .build()
        .parse(text)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(FencedCodeBlock block) {
                blocks.add(of(name, block));
              }
            });
    return blocks;
  }

  private static CodeBlock of(String text, FencedCodeBlock block) {
    List<SourceSpan> spans = block.getSourceSpans();
    return new CodeBlock(
        text,
        spans.isEmpty() ? 1 : spans.get(0).getLineIndex() + 1,
        block.getLiteral(),
        names(block));
  }

  private static List<String> names(FencedCodeBlock block) {
    return commented(block.getLiteral())
        .map(List::of)
        .or(() -> Optional.of(named(block.getInfo())).filter(names -> !names.isEmpty()))
        .orElseGet(() -> before(block));
  }

  private static Optional<String> commented(String content) {
    return content
        .lines()
        .findFirst()
        .map(COMMENT::matcher)
        .filter(comment -> comment.matches() && FILE.matcher(comment.group(1)).matches())
        .map(comment -> named(comment.group(1)).get(0));
  }

  private static List<String> named(String text) {
    Set<String> names = new LinkedHashSet<>();
    FILE.matcher(text == null ? "" : text)
        .results()
        .map(result -> result.group(1))
        .forEach(names::add);
    return List.copyOf(names);
  }

  /** In the words between this block and whatever code stands before it. */
  private static List<String> before(FencedCodeBlock block) {
    Node first = block.getPrevious() == null ? block.getParent() : block;
    StringBuilder words = new StringBuilder();
    for (Node one = first.getPrevious();
        one != null && !(one instanceof FencedCodeBlock);
        one = one.getPrevious()) {
      one.accept(new Words(words));
    }
    return named(words.toString());
  }

  /** The words of a paragraph or a heading. */
  private static final class Words extends AbstractVisitor {
    private final StringBuilder words;

    Words(StringBuilder words) {
      this.words = words;
    }

    @Override
    public void visit(Text text) {
      words.append(' ').append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
      words.append(' ').append(code.getLiteral());
    }
  }

  boolean isCompose() {
    return COMPOSE.matcher(content).find();
  }

  /** Whether it looks like one of a project's files, rather than a command or a log. */
  boolean isOfProject() {
    return isCompose()
        || isDockerfile()
        || PATRONI.matcher(content).find()
        || PROXY.matcher(content).find();
  }

  private boolean isDockerfile() {
    return content
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .findFirst()
        .filter(line -> DOCKERFILE.matcher(line).matches())
        .isPresent();
  }

  /** As {@code README.md:40 docker-compose.yml}; what it is, if it has no name. */
  String told() {
    return "  %s:%d  %s"
        .formatted(OneLine.of(text), line, names.isEmpty() ? "?" : String.join(" / ", names));
  }
}
