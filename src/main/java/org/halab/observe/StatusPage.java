package org.halab.observe;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.Supplier;
import org.halab.deploy.Project;

/** What an entrypoint tells of itself over HTTP, on the port that the guide gives statistics. */
final class StatusPage {
  private static final int PORT = 7000;
  private static final int TIMEOUT_MILLIS = 4_000;

  private final Supplier<InetSocketAddress> address;
  private final QuickHttp quick;

  StatusPage(Project project) {
    this.address = () -> project.access(project.stack().entrypoint()).address(PORT);
    this.quick = new QuickHttp(address);
  }

  /**
   * The same for those who ask many times a second.
   *
   * @throws IOException if it does not answer within a second
   */
  String getQuickly(String path) throws IOException {
    return quick.get(path);
  }

  String get(String path) {
    InetSocketAddress at = address.get();
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
