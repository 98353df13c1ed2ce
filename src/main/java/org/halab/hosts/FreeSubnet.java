package org.halab.hosts;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A subnet that this machine does not use, of those that are set aside for tests between networks.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2544">RFC 2544</a>
 */
final class FreeSubnet {
  private static final String RANGE = "198.18.";

  private FreeSubnet() {}

  /**
   * @param used addresses
   * @return the first three numbers of its addresses
   */
  static String among(Set<String> used, Random random) {
    int first = random.nextInt(256);
    return IntStream.range(0, 256)
        .mapToObj(offset -> RANGE + (first + offset) % 256)
        .filter(subnet -> used.stream().noneMatch(address -> address.startsWith(subnet + ".")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("All of " + RANGE + "0.0/16 is in use"));
  }

  static Set<String> ofThisMachine() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .map(InetAddress::getHostAddress)
          .collect(Collectors.toSet());
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }
}
