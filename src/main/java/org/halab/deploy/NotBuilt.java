package org.halab.deploy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.halab.domain.LabException;
import org.halab.message.Message;

/** An image could not be built; the message has the build's last lines. */
final class NotBuilt extends LabException {
  /** As apt, pip, curl, apk and the builder itself say that nobody answers. */
  private static final Pattern NOBODY_ANSWERS =
      Pattern.compile(
          "Temporary failure (resolving|in name resolution)|Could not resolve|Could not connect"
              + "|Failed to establish a new connection|Connection(Timeout| timed out| refused)"
              + "|ReadTimeoutError|ConnectTimeoutError|Network is unreachable|no such host"
              + "|i/o timeout|TLS handshake timeout|temporary error \\(try again later\\)"
              + "|DNS lookup error|failed to resolve source metadata");

  private static final long serialVersionUID = 1;

  private final transient Path dockerfile;
  private final String output;

  NotBuilt(Path dockerfile, String output, Message message) {
    super(message);
    this.dockerfile = dockerfile;
    this.output = output;
  }

  Path dockerfile() {
    return dockerfile;
  }

  /** The line that says that no package index or registry answered; empty if none does. */
  Optional<String> unanswered() {
    return output
        .lines()
        .map(String::strip)
        .filter(line -> NOBODY_ANSWERS.matcher(line).find())
        .findFirst();
  }
}
