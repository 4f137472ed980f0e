package de.durchkommen.line;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.asteriskjava.util.SocketConnectionFacade;

/**
 * A connection as asterisk-java sees it, with the limits that asterisk-java lacks.
 *
 * <p>The header is read here first and given on only when it is complete and looks like one.
 * Replies are bounded one by one. The first thing that goes wrong closes the socket for good: after
 * a reply that did not come in time nobody could tell which reply belongs to which command.
 */
final class GuardedConnection implements SocketConnectionFacade, AutoCloseable {
  private static final String HEADER_START = "agi_";
  private static final String HANGUP = "HANGUP";

  private final Socket socket;
  private final BoundedLines lines;
  private final OutputStream out;
  private final AgiLimits limits;
  private final Deque<String> header = new ArrayDeque<>();
  private Allowance allowance;
  private boolean hangupTold;
  private boolean broken;

  /** Takes the socket over; the time for the header begins. */
  GuardedConnection(Socket socket, AgiLimits limits) throws IOException {
    this.socket = socket;
    this.limits = limits;
    this.allowance = limits.header();
    socket.setTcpNoDelay(true);
    // Tells of a peer whose machine is gone while a person talks for hours.
    socket.setKeepAlive(true);
    this.lines = new BoundedLines(socket);
    this.out = socket.getOutputStream();
  }

  /**
   * Reads the header, within its limits of lines, bytes and time.
   *
   * @throws IOException when there is none; the connection is of no use then
   */
  void announced() throws IOException {
    String line = lines.line(allowance);
    while (!line.isEmpty()) {
      if (!line.startsWith(HEADER_START)) {
        throw new IOException("Not an AGI header");
      }
      header.add(line);
      line = lines.line(allowance);
    }
    if (header.isEmpty()) {
      throw new IOException("An empty AGI header");
    }
    header.add(line);
  }

  /** From now on a reply may come, within this time and the usual slack. */
  void expectsReply(Duration command) {
    allowance = limits.reply(command);
  }

  /** Whether Asterisk has said that the channel is hung up. */
  boolean hangupTold() {
    return hangupTold;
  }

  /** Whether nothing can be sent or read any more. */
  boolean broken() {
    return broken;
  }

  @Override
  public String readLine() throws IOException {
    if (!header.isEmpty()) {
      return header.removeFirst();
    }
    try {
      String line = lines.line(allowance);
      hangupTold |= line.startsWith(HANGUP);
      return line;
    } catch (IOException failure) {
      broken = true;
      close();
      throw failure;
    }
  }

  @Override
  public void write(String command) throws IOException {
    if (command.indexOf('\n') != command.length() - 1 || command.indexOf('\r') >= 0) {
      throw new IOException("A command is one line");
    }
    try {
      out.write(command.getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      broken = true;
      throw failure;
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /** Closes the socket; may be called by any thread, and again. */
  @Override
  public void close() throws IOException {
    socket.close();
  }

  @Override
  public boolean isConnected() {
    return !socket.isClosed();
  }

  @Override
  public InetAddress getLocalAddress() {
    return socket.getLocalAddress();
  }

  @Override
  public int getLocalPort() {
    return socket.getLocalPort();
  }

  @Override
  public InetAddress getRemoteAddress() {
    return socket.getInetAddress();
  }

  @Override
  public int getRemotePort() {
    return socket.getPort();
  }
}
