package de.durchkommen.line;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Arrays;

/** What comes out of a socket, read by whoever wants it. */
final class SocketPieces implements Pieces {
  private static final int LONGEST = 1024;

  private final Socket socket;
  private final InputStream in;

  SocketPieces(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  @Override
  public byte[] next(Allowance allowance) throws IOException {
    socket.setSoTimeout(allowance.millisLeft());
    byte[] piece = new byte[LONGEST];
    int length = in.read(piece);
    if (length <= 0) {
      throw new EOFException("Closed by the peer");
    }
    return Arrays.copyOf(piece, length);
  }
}
