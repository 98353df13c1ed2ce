package org.halab.observe;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Supplier;
import org.halab.domain.BalancerServer;
import org.halab.domain.Table;

/** HAProxy's statistics, over HTTP. */
public final class Balancer {
  private static final String PROXY = "postgres";
  private static final int TIMEOUT_MILLIS = 4_000;

  private final Supplier<InetSocketAddress> statistics;
  private final QuickGet quick;

  public Balancer(Supplier<InetSocketAddress> statistics) {
    this.statistics = statistics;
    this.quick = new QuickGet(statistics);
  }

  /** The servers behind the entrypoint. */
  public List<BalancerServer> servers() {
    return BalancerCsv.servers(csv(), PROXY);
  }

  /**
   * The same for those who ask many times a second.
   *
   * @throws IOException if HAProxy does not answer within a second
   */
  public List<BalancerServer> serversQuickly() throws IOException {
    return BalancerCsv.servers(quick.body("/;csv"), PROXY);
  }

  public String csv() {
    return get("/;csv");
  }

  /** The statistics of all proxies and servers, in the columns that matter most. */
  public Table statistics() {
    return BalancerCsv.table(csv());
  }

  /** The page for people, in HTML. */
  public String page() {
    return get("/");
  }

  private String get(String path) {
    InetSocketAddress at = statistics.get();
    return given()
        .config(PatroniRest.timeouts(TIMEOUT_MILLIS))
        .urlEncodingEnabled(false)
        .baseUri("http://" + at.getHostString())
        .port(at.getPort())
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
