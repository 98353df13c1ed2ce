package org.halab.observe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A port of this machine. */
public final class TcpPort {
  private static final int CONNECT_MILLIS = 2_000;

  private TcpPort() {}

  /** Whether something takes a connection there, within two seconds. */
  public static boolean opens(InetSocketAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(address.getHostString(), address.getPort()), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether what listens there begins with these words, unasked and within two seconds. */
  public static boolean says(InetSocketAddress address, String words) {
    byte[] expected = words.getBytes(StandardCharsets.UTF_8);
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(CONNECT_MILLIS);
      socket.connect(
          new InetSocketAddress(address.getHostString(), address.getPort()), CONNECT_MILLIS);
      return Arrays.equals(socket.getInputStream().readNBytes(expected.length), expected);
    } catch (IOException e) {
      return false;
    }
  }
}
