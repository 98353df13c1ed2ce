package org.halab.grade.written;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.halab.finding.Item;
import org.halab.message.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** Each file against its schema, of a good project and of one that would like to write its own. */
class ResultFilesTest {
  private static final Path SCHEMAS = Path.of("src", "test", "resources", "grade");
  private static final Instant NOW = Instant.parse("2026-11-24T10:20:30.456Z");

  private static final Submission SUBMISSION =
      Submission.of(
          Map.of(
              "CLASSROOM", "db",
              "ASSIGNMENT", "lab1",
              "OWNER", "ann",
              "SUBMISSION_TAG", "submit/2026-11-24T10-20-00Z-a1b2c3d",
              "COMMIT_URL", "https://example.org/commit/a1",
              "RELEASE_URL", "https://example.org/release"),
          NOW);

  @TempDir Path directory;

  @Test
  void allFilesAreWrittenUnderTheNamesThatTheOthersLookFor() {
    List<Path> files =
        ResultFiles.write(
            directory.resolve("new"), Hostile.results(), SUBMISSION, Language.ENGLISH);
    assertThat(files)
        .allSatisfy(file -> assertThat(file).isRegularFile())
        .allSatisfy(file -> assertThat(file.toFile().length()).isLessThan(100_000))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("result.json", "results.json", "vpl.txt", "junit.xml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void classroom50TakesTheResult(String language) throws IOException {
    String schema = "classroom50-result-v1.schema.json";
    for (Results results : List.of(Hostile.good(), Hostile.results())) {
      String text = text(new Classroom50(SUBMISSION), results, language);
      assertThat(errors(schema, text)).isEmpty();
      JsonNode json = new ObjectMapper().readTree(text);
      assertThat(json.get("datetime").asText()).isEqualTo("2026-11-24T10:20:30Z");
      assertThat(json.get("review")).isEqualTo(json.get("commit"));
      assertThat(json.get("tests")).hasSize(Item.values().length);
      assertThat(json.get("score").asInt()).isLessThanOrEqualTo(json.get("max-score").asInt());
      for (JsonNode test : json.get("tests")) {
        assertThat(test.get("score").asInt()).isLessThanOrEqualTo(test.get("max-score").asInt());
      }
      assertThat(errors(schema, text.replace("\"submit/", "\"tag/"))).isNotEmpty();
      assertThat(errors(schema, text.replaceFirst("\"score\" : \\d+", "\"score\" : 1.5")))
          .isNotEmpty();
    }
  }

  @Test
  void classroom50TakesAResultThatWasMadeWithoutItsRunner() throws IOException {
    Submission alone = Submission.of(Map.of("SUBMISSION_TAG", "7", "ASSIGNMENT_TYPE", "x"), NOW);
    assertThat(
            errors(
                "classroom50-result-v1.schema.json",
                text(new Classroom50(alone), Hostile.good(), "en")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void gradescopeTakesTheResults(String language) throws IOException {
    String schema = "gradescope-results.schema.json";
    for (Results results : List.of(Hostile.good(), Hostile.results())) {
      String text = text(new Gradescope(), results, language);
      assertThat(errors(schema, text)).isEmpty();
      JsonNode json = new ObjectMapper().readTree(text);
      assertThat(json.get("score").asInt()).isEqualTo(results.grade().earned());
      assertThat(json.get("test_output_format").asText()).isEqualTo("text");
      assertThat(errors(schema, text.replace("\"passed\"", "\"fine\""))).isNotEmpty();
    }
  }

  @Test
  void aFindingIsToldOnceAndItemsReferToIt() throws IOException {
    JsonNode json = new ObjectMapper().readTree(text(new Gradescope(), Hostile.results(), "en"));
    assertThat(json.get("output").asText().split("\\[no-leader]")).hasSize(2);
    assertThat(json.get("tests").get(Item.LEADER_LOST.ordinal()).get("output").asText())
        .contains("not tried", "See 1 among the findings");
    assertThat(json.get("tests").get(Item.IMAGE.ordinal()).get("output").asText())
        .isEqualTo("works\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void whoReadsJunitsXmlTakesIt(String language) throws IOException, SAXException {
    for (Results results : List.of(Hostile.good(), Hostile.results())) {
      String text = text(new JunitXml(), results, language);
      junit().newValidator().validate(new StreamSource(new StringReader(text)));
      assertThat(text.split("<testcase ")).hasSize(Item.values().length + 1);
      assertThat(text).contains("errors=\"0\"").doesNotContain("<script>");
      assertThatThrownBy(
              () ->
                  junit()
                      .newValidator()
                      .validate(
                          new StreamSource(
                              new StringReader(
                                  text.replace("<testcase ", "<testcase wrong=\"\" ")))))
          .isInstanceOf(SAXException.class);
    }
  }

  @Test
  void junitsXmlFailsAndSkipsAsTheItemsDo() {
    String good = text(new JunitXml(), Hostile.good(), "en");
    assertThat(good).contains("tests=\"17\" failures=\"0\"").doesNotContain("<failure", "<skipped");
    String bad = text(new JunitXml(), Hostile.results(), "en");
    assertThat(bad).contains("failures=\"2\"", "skipped=\"2\"");
    assertThat(bad.split("<failure ")).hasSize(3);
    assertThat(bad.split("<skipped ")).hasSize(3);
  }

  private static String text(ResultForm form, Results results, String language) {
    return form.text(new Told(results, new Language(language)));
  }

  private static List<Error> errors(String schema, String json) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(SCHEMAS.resolve(schema)))
        .validate(json, InputFormat.JSON);
  }

  private static Schema junit() throws SAXException {
    return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(SCHEMAS.resolve("junit.xsd").toFile());
  }
}
