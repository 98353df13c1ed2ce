package org.halab.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.halab.message.Language;
import org.halab.message.Message;
import org.halab.report.model.Experiment;
import org.halab.report.model.Samples;
import org.halab.report.written.Texts;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class TimelineChartTest {
  private static final Texts TEXTS = new Texts(Language.ENGLISH);
  private static final List<Experiment> EXPERIMENTS = Samples.experiments();

  private final Experiment killed = EXPERIMENTS.get(1);

  @Test
  void isWellFormedAndSaysWhatItShows() throws Exception {
    Document svg = parse(chart(killed).svg());

    assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
    assertThat(svg.getDocumentElement().getAttribute("aria-label"))
        .startsWith("The leader is killed while clients work: postgresql0 (pg-master) was killed.")
        .contains("postgresql0 from -4.0, nobody from 27.1, postgresql1 from 27.4.");
  }

  @Test
  void namesEveryLaneTheFaultTheHealingAndTheBound() throws Exception {
    String words = parse(chart(killed).svg()).getDocumentElement().getTextContent();

    assertThat(words)
        .contains("phases", "0.001", "leader key", "postgresql0", "postgresql1")
        .contains("balancer: pg-master", "balancer: pg-slave", "container: pg-master")
        .contains("fault", "over", "bound", "sync standby", "no answer", "a  27.1 s");
  }

  @Test
  void aContainerThatStayedWhatItWasHasNoRow() {
    assertThat(chart(killed).svg()).doesNotContain("container: pg-slave");
  }

  @Test
  void withoutHealingAndBoundThereAreNoSuchLines() {
    Experiment bare = bare(EXPERIMENTS.get(2));

    assertThat(chart(bare).svg()).doesNotContain(">over<").doesNotContain(">bound<");
  }

  @Test
  void aBoundThatIsFarOffIsToldAtTheEdge() {
    Experiment far = bounded(EXPERIMENTS.get(2), 300);

    assertThat(chart(far).svg()).contains(">bound: 300 s →<");
  }

  @Test
  void innerNamesAreItsOwn() {
    assertThat(Pattern.compile(" id=\"([^\"]+)\"").matcher(chart(killed).svg()).results())
        .isNotEmpty()
        .allMatch(match -> match.group(1).startsWith("one-"));
  }

  @Test
  void themedItTakesTheColoursOfThePage() {
    assertThat(chart(killed).themedSvg()).contains("var(--ink, rgb(", "var(--works, rgb(");
    assertThat(chart(killed).svg()).doesNotContain("var(--");
  }

  private static TimelineChart chart(Experiment experiment) {
    return new TimelineChart(experiment, TEXTS, "one");
  }

  private static Experiment bare(Experiment one) {
    return with(one, null);
  }

  private static Experiment bounded(Experiment one, double seconds) {
    return with(one, new Experiment.Bound("outage bound", "FAULT", seconds, Message.text("a sum")));
  }

  private static Experiment with(Experiment one, Experiment.Bound bound) {
    return new Experiment(
        one.feature(),
        one.line(),
        one.scenario(),
        one.stack(),
        new Experiment.Fault(one.fault().sentence(), one.fault().at(), null),
        one.settings(),
        one.lanes(),
        one.operations(),
        one.events(),
        one.phases(),
        one.outages(),
        bound,
        one.verdict(),
        one.ways(),
        one.returned(),
        one.told(),
        0,
        null);
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
