package org.halab.observe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.halab.deploy.Project;
import org.halab.domain.LeaderLock;
import org.halab.domain.LockEnd;
import org.halab.stack.DcsMember;

/**
 * The leader key, read from etcd itself. Patroni binds it to a lease, which it keeps alive; the key
 * goes when the lease expires, or when the holder deletes it.
 *
 * @see <a href="https://etcd.io/docs/v3.5/dev-guide/api_grpc_gateway/">etcd's JSON gateway</a>
 */
final class EtcdLock implements LeaderKey {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<PlainHttp> members;
  private final String key;
  private int next;
  private long seenRevision = -1;
  private Instant seen;

  EtcdLock(Project project, List<DcsMember> asked) {
    this.members =
        asked.stream()
            .map(one -> PlainHttp.quick(() -> project.address(one.service(), one.port())))
            .toList();
    this.key =
        Base64.getEncoder()
            .encodeToString(project.stack().dcs().leaderKey().getBytes(StandardCharsets.UTF_8));
  }

  /** As a majority of etcd's members has agreed. */
  @Override
  public synchronized Optional<LeaderLock> read() {
    JsonNode found = ask("/v3/kv/range", "{\"key\":\"" + key + "\"}").path("kvs").path(0);
    if (found.isMissingNode()) {
      return Optional.empty();
    }
    long revision = found.path("create_revision").asLong();
    if (revision != seenRevision) {
      seenRevision = revision;
      seen = Instant.now();
    }
    byte[] holder = Base64.getDecoder().decode(found.path("value").asText());
    return Optional.of(
        new LeaderLock(
            new String(holder, StandardCharsets.UTF_8),
            Long.toHexString(found.path("lease").asLong()),
            seen));
  }

  /** A key that goes while its lease lives was deleted; with its lease it expired. */
  @Override
  public synchronized LockEnd endOf(LeaderLock lock) {
    long lease = Long.parseUnsignedLong(lock.session(), 16);
    long secondsLeft =
        ask("/v3/lease/timetolive", "{\"ID\":\"" + lease + "\"}").path("TTL").asLong();
    return secondsLeft > 0 ? LockEnd.RELEASED : LockEnd.EXPIRED;
  }

  /** Asks the member that answered last, or the next one that does. */
  private JsonNode ask(String path, String question) {
    Exception last = null;
    for (int tries = 0; tries < members.size(); tries++) {
      try {
        return JSON.readTree(members.get(next).post(path, question));
      } catch (IOException | IllegalStateException e) {
        last = e;
        next = (next + 1) % members.size();
      }
    }
    throw new IllegalStateException("etcd does not say who leads: " + last.getMessage(), last);
  }

  @Override
  public void close() {
    // The connections are shared, and closed when they have been idle for long.
  }
}
