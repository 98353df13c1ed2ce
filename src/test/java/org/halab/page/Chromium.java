package org.halab.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.halab.timing.DaemonThreads;

/**
 * A real browser without a window, spoken to as its own developer tools do.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">the protocol</a>
 */
public final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
  private static final String LISTENS = "DevTools listening on ws://";
  private static final int LIMIT_SECONDS = 60;

  private final ObjectMapper json = new ObjectMapper();
  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger asked = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  private Chromium(Path program, Path profile) throws Exception {
    process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    socket = connect(address(process.inputReader()));
    ask("Page.enable", Map.of());
    ask("Runtime.enable", Map.of());
    ask("Log.enable", Map.of());
  }

  public static Optional<Path> program() {
    List<Path> directories =
        Stream.ofNullable(System.getenv("PATH"))
            .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
            .map(Path::of)
            .toList();
    return NAMES.stream()
        .flatMap(name -> directories.stream().map(directory -> directory.resolve(name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * @param profile a directory for what the browser keeps
   */
  public static Chromium start(Path profile) throws Exception {
    return new Chromium(program().orElseThrow(), profile);
  }

  public void open(URI page) throws Exception {
    ask("Page.navigate", Map.of("url", page.toString()));
  }

  /** What a script on the page comes to, as JSON; of a promise, what it is kept with. */
  public JsonNode value(String script) throws Exception {
    JsonNode answer =
        ask(
            "Runtime.evaluate",
            Map.of("expression", script, "returnByValue", true, "awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(answer.get("exceptionDetails").toString());
    }
    return answer.path("result").path("value");
  }

  public void size(int width, int height, boolean dark) throws Exception {
    ask(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    ask(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** As it would be on paper. */
  public void print() throws Exception {
    ask("Emulation.setEmulatedMedia", Map.of("media", "print", "features", List.of()));
  }

  /** One stroke of the key that goes from one thing to the next. */
  public void tab() throws Exception {
    for (String type : List.of("rawKeyDown", "keyUp")) {
      ask(
          "Input.dispatchKeyEvent",
          Map.of("type", type, "key", "Tab", "code", "Tab", "windowsVirtualKeyCode", 9));
    }
  }

  public void shoot(Path picture) throws Exception {
    JsonNode answer = ask("Page.captureScreenshot", Map.of("format", "png"));
    Files.createDirectories(picture.getParent());
    Files.write(picture, Base64.getDecoder().decode(answer.get("data").asText()));
  }

  /** What the page's script holds when nothing is left to be cleared, in bytes. */
  public long heap() throws Exception {
    ask("HeapProfiler.collectGarbage", Map.of());
    return ask("Runtime.getHeapUsage", Map.of()).path("usedSize").asLong();
  }

  /** Errors on the page, what its policy kept from happening, and what it wrote to the console. */
  public List<String> complaints() {
    return complaints;
  }

  private static int address(BufferedReader output) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(LISTENS)) {
        DaemonThreads.named("what the browser prints")
            .newThread(() -> output.lines().forEach(rest -> {}))
            .start();
        return URI.create(line.substring(line.indexOf("ws://"))).getPort();
      }
    }
    throw new IOException("The browser did not start");
  }

  private WebSocket connect(int port) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    JsonNode pages =
        json.readTree(
            client
                .send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                        .build(),
                    HttpResponse.BodyHandlers.ofString())
                .body());
    return client
        .newWebSocketBuilder()
        .buildAsync(URI.create(pages.get(0).get("webSocketDebuggerUrl").asText()), new Listener())
        .get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  private JsonNode ask(String method, Map<String, Object> parameters) throws Exception {
    int id = asked.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    String question =
        json.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
    socket.sendText(question, true).get(LIMIT_SECONDS, TimeUnit.SECONDS);
    return answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  private void take(JsonNode message) {
    if (message.has("id")) {
      Optional.ofNullable(answers.remove(message.get("id").asInt()))
          .ifPresent(
              answer -> {
                if (message.has("error")) {
                  answer.completeExceptionally(
                      new IllegalStateException(message.get("error").toString()));
                } else {
                  answer.complete(message.path("result"));
                }
              });
    }
    String method = message.path("method").asText();
    JsonNode told = message.path("params");
    if (method.equals("Runtime.exceptionThrown")
        || method.equals("Runtime.consoleAPICalled")
        || method.equals("Log.entryAdded")
            && told.path("entry").path("level").asText().equals("error")) {
      complaints.add(told.toString());
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        try {
          take(json.readTree(text.toString()));
        } catch (IOException e) {
          complaints.add(e.toString());
        }
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }
  }

  @Override
  public void close() throws InterruptedException {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }
}
