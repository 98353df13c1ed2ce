package org.halab.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.data.Percentage;
import org.halab.message.Message;
import org.halab.stack.Tree;
import org.halab.timing.Deadline;
import org.halab.timing.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page as a real browser shows it; pictures of it are in {@code target/page/}. */
@Tag("browser")
class PageInBrowserTest {
  private static final Path PICTURES = Path.of("target", "page");
  private static final Deadline A_SECOND = within(1);
  private static final Deadline SOON = within(30);
  private static final String LEADER = "document.querySelector('.node.leads .name')?.textContent";
  private static final String BUTTONS = "document.querySelectorAll('#scenes button')";
  private static final String OVERLAPS =
      "(all => all.flatMap((one, i) => all.slice(i + 1).filter(other => { const a ="
          + " one.getBoundingClientRect(), b = other.getBoundingClientRect(); return a.left < b.right"
          + " && b.left < a.right && a.top < b.bottom && b.top < a.bottom }).map(other =>"
          + " one.textContent + ' / ' + other.textContent)).join())"
          + "([...document.querySelectorAll('#cluster .node')])";
  private static final String KEY = "document.querySelector('.store .said')?.textContent";

  private final Pace pace = new Pace();
  private final AtomicReference<PageState> state =
      new AtomicReference<>(MadeUp.scene("When the leader is killed", true));
  private final Wait wait = new Wait(() -> "");
  private Board board;
  private PageServer server;
  private Camera camera;
  private Path profile;
  private Chromium browser;

  @BeforeEach
  void open() throws Exception {
    assumeTrue(
        Chromium.program().isPresent(),
        "There is no chromium on the PATH (on Debian: apt-get install chromium)");
    board = new Board();
    server = new PageServer(board, pace);
    camera =
        new Camera(
            () -> MadeUp.stopped(state.get(), pace), () -> server.viewers() > 0, () -> {}, board);
    profile = Files.createTempDirectory("lab-browser");
    browser = Chromium.start(profile);
    browser.size(1280, 720, false);
    browser.open(server.address());
  }

  @AfterEach
  void close() throws Exception {
    if (browser != null) {
      browser.close();
      camera.close();
      server.close();
      Tree.remove(profile);
    }
  }

  @Test
  void aFailoverIsSeenWithinASecond() throws Exception {
    await(SOON, LEADER, "postgresql0");
    await(SOON, KEY, "postgresql0");

    state.set(MadeUp.scene("Then the other node becomes the leader", false));

    await(A_SECOND, LEADER, "postgresql1");
    await(SOON, KEY, "postgresql1");
    await(SOON, "document.querySelector('.node.down .role').textContent", "stopped");
    await(
        SOON, "document.querySelector('.clients.waiting .said').textContent", "wait for an answer");
    await(SOON, "document.querySelectorAll('#chart rect.written').length > 80", "true");
    await(
        SOON, "document.querySelector('#lines .meaning').textContent", "PostgreSQL accepts writes");
    await(
        SOON,
        "document.getElementById('waiting').textContent.startsWith('waits for a new leader')",
        "true");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whatIsShownIsTextWhateverItIs() throws Exception {
    String hostile = "<img src=x onerror=document.title='broken'><script>1</script>";
    state.set(MadeUp.scene(hostile, true));

    await(SOON, "document.getElementById('step').textContent", hostile);

    assertThat(browser.value("document.images.length").asInt()).isZero();
    assertThat(browser.value("document.title").asText()).doesNotContain("broken");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theNextStepIsTakenWithTheButton() throws Exception {
    pace.comes("When the leader is killed", "kills its container");
    pace.stops(Message.text("carry it out"), () -> {});
    await(SOON, "document.getElementById('next').hidden", "false");
    assertThat(browser.value("document.getElementById('next').textContent").asText())
        .isEqualTo("carry it out");

    browser.value("document.getElementById('next').click()");

    wait.until(SOON, Message.text("the walk to go on"), () -> pace.stop().isEmpty());
    await(SOON, "document.getElementById('next').hidden", "true");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theEndOfTheRunIsSaid() throws Exception {
    await(SOON, LEADER, "postgresql0");

    camera.close();
    server.close();

    await(SOON, "document.getElementById('gone').hidden", "false");
    await(SOON, LEADER, "postgresql0");
  }

  @Test
  void itFitsProjectorDeskAndPhone() throws Exception {
    await(SOON, LEADER, "postgresql0");
    for (Size size :
        List.of(
            new Size("projector", 1280, 720),
            new Size("desk", 1920, 1080),
            new Size("phone", 390, 844))) {
      for (boolean dark : List.of(false, true)) {
        browser.size(size.width(), size.height(), dark);
        await(
            SOON,
            "document.querySelector('#cluster svg.%s') !== null"
                .formatted(size.width() < 640 ? "upright" : "level"),
            "true");
        await(SOON, "document.documentElement.scrollWidth <= innerWidth", "true");
        browser.shoot(PICTURES.resolve(size.name() + (dark ? "-dark" : "") + ".png"));
      }
    }
    browser.size(1280, 720, false);
    await(SOON, "document.documentElement.scrollHeight <= innerHeight", "true");
  }

  @Test
  void severalFeaturesHaveAButtonEachAndThreeNodesFit() throws Exception {
    state.set(MadeUp.both());
    await(SOON, BUTTONS + ".length", "2");

    browser.value(BUTTONS + "[1].click()");

    await(SOON, "document.querySelectorAll('.node').length", "3");
    await(SOON, BUTTONS + "[1].getAttribute('aria-pressed')", "true");
    for (Size size : List.of(new Size("three", 1280, 720), new Size("three-phone", 390, 844))) {
      browser.size(size.width(), size.height(), false);
      await(SOON, "document.documentElement.scrollWidth <= innerWidth", "true");
      await(SOON, OVERLAPS, "");
      browser.shoot(PICTURES.resolve(size.name() + ".png"));
    }
    assertThat(browser.complaints()).isEmpty();
  }

  /** As many states as the camera takes in an hour, as fast as the browser shows them. */
  @Test
  void anHourLeavesItsMemoryFlat() throws Exception {
    camera.close();
    long anHour = Duration.ofHours(1).dividedBy(Camera.PERIOD);
    browser.value(
        "window.seen = 0; new MutationObserver(() => window.seen++)"
            + ".observe(document.getElementById('step'), {childList: true, characterData: true,"
            + " subtree: true})");
    show(anHour / 10);
    long before = browser.heap();
    int elements = browser.value("document.querySelectorAll('*').length").asInt();

    show(anHour);

    assertThat(browser.heap() - before).isLessThan(2 << 20);
    assertThat(browser.value("document.querySelectorAll('*').length").asInt())
        .isCloseTo(elements, Percentage.withPercentage(5));
    assertThat(browser.complaints()).isEmpty();
  }

  /** Shows other states until the browser has shown so many. */
  private void show(long states) throws Exception {
    long until = browser.value("window.seen").asLong() + states;
    ObjectMapper json = new ObjectMapper();
    Deadline rendered = within(900);
    AtomicInteger step = new AtomicInteger();
    wait.until(
        rendered,
        Message.text(states + " states to be shown"),
        () -> {
          for (int i = 0; i < 20; i++) {
            int now = step.incrementAndGet();
            board.show(json.writeValueAsString(MadeUp.scene("step " + now, now % 2 == 0)));
            browser.value("0");
          }
          return Optional.of(browser.value("window.seen").asLong());
        },
        seen -> seen.orElseThrow() >= until);
  }

  private record Size(String name, int width, int height) {}

  private void await(Deadline deadline, String script, String expected) {
    wait.until(
        deadline,
        Message.text(script + " to be " + expected),
        () -> Optional.of(browser.value(script).asText()),
        seen -> seen.equals(Optional.of(expected)));
  }

  private static Deadline within(int seconds) {
    return new Deadline(
        Message.text(seconds + " s"), Duration.ofSeconds(seconds), Message.text("so soon"));
  }
}
