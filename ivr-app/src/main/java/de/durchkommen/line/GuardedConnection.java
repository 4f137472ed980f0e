package de.durchkommen.line;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;

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
  private static final String NOOP = "NOOP\n";
  private static final Pattern NOOP_REPLY = Pattern.compile("(HANGUP)?200 result=0.*");

  /** What was said before the connection ended is here, or will be in a moment. */
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final AgiSocket socket;
  private final BoundedLines lines;
  private final AgiLimits limits;
  private final Interruption interruption = new Interruption(this::interrupts);
  private @Nullable Deque<String> header;
  private Allowance allowance;
  private boolean hangupTold;
  private boolean broken;

  /** Takes the socket over; the time for the header begins. */
  GuardedConnection(AgiSocket socket, AgiLimits limits) {
    this.socket = socket;
    this.lines = new BoundedLines(socket.pieces());
    this.limits = limits;
    this.allowance = limits.header();
  }

  /**
   * Reads the header, within its limits of lines, bytes and time.
   *
   * @throws IOException when there is none; the connection is of no use then
   */
  void announced() throws IOException {
    Deque<String> read = new ArrayDeque<>();
    String line = lines.line(allowance);
    while (!line.isEmpty()) {
      if (!line.startsWith(HEADER_START)) {
        throw new IOException("Not an AGI header");
      }
      read.add(line);
      line = lines.line(allowance);
    }
    if (read.isEmpty()) {
      throw new IOException("An empty AGI header");
    }
    read.add(line);
    header = read;
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
    if (header != null) {
      String line = header.removeFirst();
      // A call may last for an hour: what is read is not kept for it.
      header = header.isEmpty() ? null : header;
      return line;
    }
    try {
      String line = lines.line(allowance);
      hangupTold |= line.startsWith(HANGUP);
      return line;
    } catch (IOException failure) {
      broken = true;
      interruption.abandon();
      close();
      throw failure;
    }
  }

  /** What ends the next command from another thread. */
  Interruption interruption() {
    return interruption;
  }

  /**
   * Reads the replies to what interrupted the last command, which itself has been replied to.
   *
   * @throws IOException when there is another reply; the connection is closed then
   */
  void readInterruptions() throws IOException {
    if (interruption.isReplyDue(0)) {
      socket.acknowledges();
    }
    for (int read = 0; interruption.isReplyDue(read); read++) {
      expectsReply(Duration.ZERO);
      String line = readLine();
      while (line.equals(HANGUP)) {
        line = readLine();
      }
      if (!NOOP_REPLY.matcher(line).matches()) {
        broken = true;
        interruption.abandon();
        close();
        throw new IOException("An interruption has another reply");
      }
    }
  }

  @Override
  public void write(String command) throws IOException {
    if (command.indexOf('\n') != command.length() - 1 || command.indexOf('\r') >= 0) {
      throw new IOException("A command is one line");
    }
    try {
      socket.sends(command);
      interruption.commandSent();
    } catch (IOException failure) {
      // Asterisk says that the caller has hung up, and closes.
      hangupTold |= isHangupThere();
      broken = true;
      throw failure;
    }
  }

  private boolean isHangupThere() {
    try {
      allowance = new Allowance(limits.replyBytes(), limits.replyLines(), MOMENT);
      return lines.line(allowance).startsWith(HANGUP);
    } catch (IOException nothing) {
      return false;
    }
  }

  private void interrupts() throws IOException {
    socket.sends(NOOP);
  }

  @Override
  public void flush() {
    // Every command is sent at once.
  }

  /** Closes the connection; may be called by any thread, and again. */
  @Override
  public void close() throws IOException {
    socket.close();
  }

  @Override
  public boolean isConnected() {
    return socket.isOpen();
  }

  @Override
  public InetAddress getLocalAddress() {
    return socket.local().getAddress();
  }

  @Override
  public int getLocalPort() {
    return socket.local().getPort();
  }

  @Override
  public InetAddress getRemoteAddress() {
    return socket.remote().getAddress();
  }

  @Override
  public int getRemotePort() {
    return socket.remote().getPort();
  }
}
