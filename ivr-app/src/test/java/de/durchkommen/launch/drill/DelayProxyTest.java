package de.durchkommen.launch.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** In front of a server that answers each line with itself. */
class DelayProxyTest {
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

  private static ServerSocket server() throws IOException {
    ServerSocket server = new ServerSocket(0, 5, HERE);
    Thread.ofVirtual()
        .start(() -> {
          while (!server.isClosed()) {
            try (Socket client = server.accept()) {
              client.getInputStream().transferTo(client.getOutputStream());
            } catch (IOException gone) {
              // The next one, if there is one.
            }
          }
        });
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, HERE)) {
      return free.getLocalPort();
    }
  }

  private static Duration answered(Socket client, String word) throws IOException {
    long begun = System.nanoTime();
    client.getOutputStream().write(word.getBytes(StandardCharsets.US_ASCII));
    byte[] answer = client.getInputStream().readNBytes(word.length());
    assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo(word);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  @Test
  void eachWordComesLaterAsLongAsItIsSlow() throws IOException {
    InetSocketAddress entrance = new InetSocketAddress(HERE, freePort());
    try (ServerSocket server = server();
        DelayProxy line =
            new DelayProxy(entrance, new InetSocketAddress(HERE, server.getLocalPort()));
        Socket client = new Socket(HERE, entrance.getPort())) {
      answered(client, "fast");
      line.delays(Duration.ofMillis(300));
      assertThat(answered(client, "slow")).isGreaterThanOrEqualTo(Duration.ofMillis(300));
      line.delays(Duration.ZERO);
      answered(client, "fast again");
    }
  }

  @Test
  void withoutAServerTheConnectionEnds() throws IOException {
    InetSocketAddress entrance = new InetSocketAddress(HERE, freePort());
    try (DelayProxy line = new DelayProxy(entrance, new InetSocketAddress(HERE, freePort()));
        Socket client = new Socket(HERE, entrance.getPort())) {
      line.delays(Duration.ZERO);
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }
}
