package org.halab.observe;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.halab.domain.ClusterView;

/** Patroni's REST API on one node. */
public final class PatroniRest {
  private static final int TIMEOUT_MILLIS = 4_000;

  /** A change is answered once the DCS has it; Patroni tries that for its retry_timeout, 10 s. */
  private static final int CHANGE_TIMEOUT_MILLIS = 15_000;

  /** A switchover or a fresh copy is answered when it is done, or well under way. */
  private static final int ORDER_TIMEOUT_MILLIS = 90_000;

  private final Supplier<InetSocketAddress> address;
  private final PlainHttp quick;
  private final PlainHttp patient;
  private final PlainHttp changes;
  private final PlainHttp orders;

  public PatroniRest(Supplier<InetSocketAddress> address) {
    this.address = address;
    this.quick = PlainHttp.quick(address);
    this.patient = new PlainHttp(address, Duration.ofMillis(TIMEOUT_MILLIS));
    this.changes = new PlainHttp(address, Duration.ofMillis(CHANGE_TIMEOUT_MILLIS));
    this.orders = new PlainHttp(address, Duration.ofMillis(ORDER_TIMEOUT_MILLIS));
  }

  /**
   * The cluster as this node sees it.
   *
   * @throws IllegalStateException if the node does not answer, here as below
   */
  public ClusterView cluster() {
    return PatroniJson.cluster(get("/cluster").body());
  }

  /** What the node says of itself. */
  public JsonNode status() {
    return PatroniJson.parse(get("/patroni").body());
  }

  /**
   * The same for those who ask many times a second.
   *
   * @throws IOException if the node does not answer within a second
   */
  public JsonNode statusQuickly() throws IOException {
    return PatroniJson.parse(quick.get("/patroni").body());
  }

  /**
   * The configuration that the cluster holds in the DCS and lives by.
   *
   * @throws IllegalStateException also if the node has not read it yet, right after it was made
   */
  public JsonNode config() {
    return PatroniJson.parse(answered("/config"));
  }

  /** Where the leader's history left each earlier timeline, as an LSN in bytes. */
  public Map<Integer, Long> forks() {
    return PatroniJson.forks(answered("/history"));
  }

  /** Whether a health check is passed; for those who ask again and again. */
  public boolean passes(String path) {
    return get(path).ok();
  }

  private String answered(String path) {
    PlainHttp.Answer answer = get(path);
    if (!answer.ok()) {
      throw new IllegalStateException("Patroni answers GET " + path + " with " + answer.status());
    }
    return answer.body();
  }

  private PlainHttp.Answer get(String path) {
    try {
      return patient.get(path);
    } catch (IOException e) {
      throw new IllegalStateException("Patroni does not answer: " + e.getMessage(), e);
    }
  }

  /** The HTTP status of a health check. */
  public int check(String method, String path) {
    return request().request(method, path).statusCode();
  }

  /** Changes the cluster's configuration; a null value removes a setting. */
  public void patchConfig(Map<String, Object> settings) {
    PlainHttp.Answer answer;
    try {
      answer = changes.patch("/config", PatroniJson.print(settings));
    } catch (IOException e) {
      throw new IllegalStateException("Patroni does not answer: " + e.getMessage(), e);
    }
    require(answer.status(), answer.body());
  }

  /**
   * Whether it changes the cluster's configuration for whoever asks: it is asked, without a
   * password, to remove a setting that nobody has, which changes nothing.
   *
   * @return false also if nothing answers
   */
  public boolean obeysAnybody() {
    try {
      return patient.patch("/config", "{\"asked_by_a_stranger\": null}").ok();
    } catch (IOException e) {
      return false;
    }
  }

  /** A planned handover to another member, at once. */
  public void switchover(String leader, String candidate) {
    order("/switchover", Map.of("leader", leader, "candidate", candidate));
  }

  /**
   * Asks for a handover that may be refused.
   *
   * @return the HTTP status and what Patroni says
   */
  public String trySwitchover(String leader, String candidate) {
    Response response =
        order()
            .contentType(ContentType.JSON)
            .body(Map.of("leader", leader, "candidate", candidate))
            .post("/switchover");
    return response.statusCode() + " " + response.asString().strip();
  }

  /** Has this node's PostgreSQL restarted in place. */
  public void restart() {
    order("/restart", Map.of());
  }

  /** Has this node throw away its data and copy the leader's. */
  public void reinitialize() {
    order("/reinitialize", Map.of("force", true));
  }

  /**
   * How long it takes is measured from before it, so it must not wait until REST-assured has been
   * loaded: on a busy machine that took twenty seconds.
   */
  private void order(String path, Map<String, Object> order) {
    PlainHttp.Answer answer;
    try {
      answer = orders.order(path, PatroniJson.print(order));
    } catch (IOException e) {
      throw new IllegalStateException("Patroni does not answer: " + e.getMessage(), e);
    }
    require(answer.status(), answer.body());
  }

  private RequestSpecification request() {
    return request(TIMEOUT_MILLIS);
  }

  private RequestSpecification order() {
    return request(ORDER_TIMEOUT_MILLIS);
  }

  private RequestSpecification request(int timeoutMillis) {
    InetSocketAddress at = address.get();
    return given()
        .config(timeouts(timeoutMillis))
        .baseUri("http://" + at.getHostString())
        .port(at.getPort());
  }

  static RestAssuredConfig timeouts(int millis) {
    return RestAssured.config()
        .httpClient(
            HttpClientConfig.httpClientConfig()
                .setParam("http.connection.timeout", millis)
                .setParam("http.socket.timeout", millis));
  }

  private static void require(int status, String answer) {
    if (status >= 300) {
      throw new IllegalStateException(
          "Patroni refused (HTTP %d): %s".formatted(status, answer.strip()));
    }
  }
}
