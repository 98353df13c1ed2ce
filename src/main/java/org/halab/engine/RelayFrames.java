package org.halab.engine;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** The way to the far end of a relay: see {@code relay.pl}, which says what a frame is. */
final class RelayFrames {
  static final char OPEN = 'O';
  static final char DATA = 'D';
  static final char END = 'E';
  static final char BROKEN = 'R';
  static final char THERE = 'P';

  static final byte[] NOTHING = new byte[0];
  private static final int HEAD = 9;

  private final OutputStream out;

  RelayFrames(OutputStream out) {
    this.out = out;
  }

  record Frame(char type, int connection, byte[] data) {}

  void open(int connection, int port) throws IOException {
    write(OPEN, connection, ByteBuffer.allocate(2).putShort((short) port).array(), 2);
  }

  void write(char type, int connection) throws IOException {
    write(type, connection, NOTHING, 0);
  }

  /** Whole, whoever else writes. */
  synchronized void write(char type, int connection, byte[] data, int length) throws IOException {
    out.write(
        ByteBuffer.allocate(HEAD + length)
            .put((byte) type)
            .putInt(connection)
            .putInt(length)
            .put(data, 0, length)
            .array());
    out.flush();
  }

  /**
   * @throws java.io.EOFException if there is no more
   */
  static Frame next(DataInputStream in) throws IOException {
    char type = (char) in.readUnsignedByte();
    int connection = in.readInt();
    byte[] data = new byte[in.readInt()];
    in.readFully(data);
    return new Frame(type, connection, data);
  }
}
