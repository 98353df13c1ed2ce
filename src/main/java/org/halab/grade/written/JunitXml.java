package org.halab.grade.written;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.halab.finding.ItemVerdict;
import org.halab.finding.ItemVerdict.Outcome;
import org.halab.grade.Grade.ItemGrade;

/**
 * JUnit's XML, as Jenkins, GitLab and GitHub's actions read it: one test case for each item, what
 * was not tried is skipped.
 *
 * @see <a
 *     href="https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd">
 *     Jenkins' schema</a>
 */
final class JunitXml implements ResultForm {
  @Override
  public String file() {
    return "junit.xml";
  }

  @Override
  public String text(Told told) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuites");
      suite(told, xml);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }

  private static void suite(Told told, XMLStreamWriter xml) throws XMLStreamException {
    List<ItemGrade> items = told.results().grade().items();
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", told.project());
    xml.writeAttribute("tests", String.valueOf(items.size()));
    xml.writeAttribute("failures", String.valueOf(count(items, Outcome.FAILS)));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", String.valueOf(count(items, Outcome.NOT_TRIED)));
    for (ItemGrade grade : items) {
      test(told, grade, xml);
    }
    element(xml, "system-out", told.summary() + "\n" + String.join("\n", told.whole()));
    xml.writeEndElement();
  }

  private static long count(List<ItemGrade> items, Outcome outcome) {
    return items.stream().filter(one -> one.verdict().outcome() == outcome).count();
  }

  private static void test(Told told, ItemGrade grade, XMLStreamWriter xml)
      throws XMLStreamException {
    ItemVerdict verdict = grade.verdict();
    String heads = String.join("\n", told.heads(verdict));
    xml.writeStartElement("testcase");
    xml.writeAttribute("name", told.title(verdict.item()));
    xml.writeAttribute("classname", told.project());
    if (verdict.outcome() == Outcome.FAILS || verdict.outcome() == Outcome.NOT_TRIED) {
      xml.writeStartElement(verdict.outcome() == Outcome.FAILS ? "failure" : "skipped");
      xml.writeAttribute("message", heads.isEmpty() ? told.outcome(verdict) : first(heads));
      xml.writeCharacters(heads);
      xml.writeEndElement();
    }
    element(xml, "system-out", told.item(grade) + "\n" + heads);
    xml.writeEndElement();
  }

  private static String first(String lines) {
    return lines.lines().findFirst().orElseThrow();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
