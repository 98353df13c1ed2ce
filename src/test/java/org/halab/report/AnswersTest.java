package org.halab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.halab.domain.Table;
import org.halab.message.Language;
import org.halab.message.Message;
import org.junit.jupiter.api.Test;

class AnswersTest {
  @Test
  void theAnswerOnPortsSaysWhatWasFound() {
    String answer =
        in(
            Language.ENGLISH,
            Answers.ports(
                new Table(
                    List.of("node", "port", "directive", "exposed", "published", "network", "host"),
                    List.of(
                        List.of("one", "8008", "expose", "yes", "no", "yes", "no"),
                        List.of("one", "5432", "ports", "yes", "yes", "yes", "yes"),
                        List.of("two", "8008", "expose", "yes", "no", "yes", "no"),
                        List.of("two", "5432", "ports", "yes", "no", "yes", "no")))));

    assertThat(answer.lines().toList())
        .contains(
            "Port 8008 of one and two stands under \"expose\": Docker reports it as exposed and not published; it answers from another container of the network and does not answer at 127.0.0.1 of the host.",
            "Port 5432 of one stands under \"ports\": Docker reports it as exposed and published; it answers from another container of the network and answers at 127.0.0.1 of the host.",
            "Port 5432 of two stands under \"ports\": Docker reports it as exposed and not published; it answers from another container of the network and does not answer at 127.0.0.1 of the host.");
  }

  @Test
  void theAnswersAreGivenInRussianToo() {
    Language russian = new Language("ru");
    List<String> columns = List.of("1", "2", "3", "4", "5");

    assertThat(
            in(
                russian,
                Answers.ports(
                    new Table(
                        List.of("1", "2", "3", "4", "5", "6", "7"),
                        List.of(List.of("one", "9009", "neither", "no", "no", "yes", "no"))))))
        .contains(
            "Порт 9009 узла one (директива: ни в одной): Docker показывает его как не объявленный и не опубликованный; из другого контейнера сети он отвечает, а на хосте по адресу 127.0.0.1 не отвечает.");
    assertThat(
            in(
                russian,
                Answers.rebuild(
                    new Table(
                        columns,
                        List.of(
                            List.of(
                                "Dockerfile",
                                "build, then restart",
                                "new",
                                "no edit",
                                "layers"))))))
        .contains(
            "После правки Dockerfile: при \"build, затем restart\" образ новый, узел работает без правки (слои).");
  }

  @Test
  void theAnswerOnBuildsSaysWhatWasFound() {
    String answer =
        in(
            Language.ENGLISH,
            Answers.rebuild(
                new Table(
                    List.of("edited", "command", "image", "node", "layers"),
                    List.of(
                        List.of("nothing", "restart", "the same", "no edit", "no build"),
                        List.of("Dockerfile", "up -d --build", "new", "the edit", "reused")))));

    assertThat(answer)
        .contains(
            "With nothing edited: after \"restart\" the image is the same and the node runs with no edit (no build).")
        .contains("With the Dockerfile edited: after \"up -d --build\" the image is new");
  }

  @Test
  void anImageOfTheSameLayersWithAnotherIdIsNotCalledTheSame() {
    List<Message> answer =
        Answers.rebuild(
            new Table(
                List.of("edited", "command", "image", "node", "layers"),
                List.of(
                    List.of(
                        "nothing",
                        "up -d --build",
                        "the same by its layers (another id)",
                        "no edit",
                        "all reused"))));

    assertThat(in(Language.ENGLISH, answer))
        .contains("the image is the same by its layers (another id) and")
        .contains("That changes the id, not the layers.");
    assertThat(in(new Language("ru"), answer))
        .contains("образ прежний по слоям (другой id)")
        .contains("слои остаются прежними");
  }

  private static String in(Language language, List<Message> sentences) {
    return sentences.stream().map(one -> one.in(language)).collect(Collectors.joining("\n"));
  }
}
