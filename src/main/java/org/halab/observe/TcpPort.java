package org.halab.observe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

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
}
