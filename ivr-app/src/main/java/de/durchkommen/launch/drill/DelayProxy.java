package de.durchkommen.launch.drill;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A slow line to a TCP server: what is sent there arrives after a delay that can change. Answers
 * come back at once. Without the server a connection is closed at once, as the server's host would
 * refuse it.
 */
final class DelayProxy implements AutoCloseable {
  private static final int PIECE = 16_384;
  private static final int MOST_PIECES = 10_000;
  private static final Duration CONNECT = Duration.ofSeconds(1);

  private static final ByteBuffer END = ByteBuffer.allocate(0);

  private final ServerSocket door;
  private final InetSocketAddress server;
  private final AtomicReference<Duration> delay = new AtomicReference<>(Duration.ZERO);

  private record Piece(long due, ByteBuffer bytes) {}

  /**
   * Opens the line.
   *
   * @param own where it is entered
   * @param server where it leads
   */
  DelayProxy(InetSocketAddress own, InetSocketAddress server) throws IOException {
    this.server = server;
    door = new ServerSocket();
    door.setReuseAddress(true);
    door.bind(own);
    Thread.ofVirtual().start(this::accepts);
  }

  /** From now on. */
  void delays(Duration time) {
    delay.set(time);
  }

  private void accepts() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Thread.ofVirtual().start(() -> connects(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connects(Socket client) {
    try (client;
        Socket onward = new Socket()) {
      onward.connect(server, Math.toIntExact(CONNECT.toMillis()));
      client.setTcpNoDelay(true);
      onward.setTcpNoDelay(true);
      Thread back = Thread.ofVirtual().start(() -> answers(onward, client));
      slowly(client, onward);
      onward.shutdownOutput();
      back.join();
    } catch (IOException gone) {
      // Both ends are closed by that.
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void slowly(Socket client, Socket onward) throws IOException, InterruptedException {
    LinkedBlockingQueue<Piece> pieces = new LinkedBlockingQueue<>(MOST_PIECES);
    Thread writer = Thread.ofVirtual().start(() -> writes(pieces, onward));
    InputStream in = client.getInputStream();
    byte[] piece = new byte[PIECE];
    try {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(piece, read));
        pieces.put(new Piece(System.nanoTime() + delay.get().toNanos(), bytes));
      }
    } finally {
      pieces.put(new Piece(System.nanoTime(), END));
      writer.join();
    }
  }

  private static void writes(LinkedBlockingQueue<Piece> pieces, Socket onward) {
    try {
      OutputStream out = onward.getOutputStream();
      for (Piece piece = pieces.take(); piece.bytes().hasRemaining(); piece = pieces.take()) {
        long wait = piece.due() - System.nanoTime();
        if (wait > 0) {
          Thread.sleep(Duration.ofNanos(wait));
        }
        out.write(piece.bytes().array());
      }
    } catch (IOException gone) {
      closed(onward);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answers(Socket onward, Socket client) {
    try {
      onward.getInputStream().transferTo(client.getOutputStream());
      client.shutdownOutput();
    } catch (IOException gone) {
      closed(client);
    }
  }

  private static void closed(Socket socket) {
    try {
      socket.close();
    } catch (IOException already) {
      // It is closed.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
