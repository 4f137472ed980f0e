package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.line.TrustOf;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** What strangers do at the port for SIP by TLS, before, amid and after the handshake. */
@ExtendWith(HotlineUnderTest.Shared.class)
@Isolated("who sends so much disturbs others")
class HostileTlsIT {
  private static final int ANSWER_MILLIS = 5_000;
  private static final int CONNECTIONS = 2_000;
  private static final int AT_ONCE = 100;
  private static final int SILENT = 200;
  private static final int LARGEST = 1_400;
  private static final long SEED = 116_117;
  private static final Duration BREATH = Duration.ofMillis(20);
  private static final Duration SETTLED_LIMIT = Duration.ofSeconds(60);

  /** More than buffers need, less than what leaks would take of so many connections. */
  private static final long MOST_MEMORY_KB = 150_000;

  /**
   * Record of the type handshake, TLS 1.0, 512 bytes; ClientHello, 508 bytes, TLS 1.2 (RFC 5246).
   */
  private static final byte[] HELLO = {22, 3, 1, 2, 0, 1, 0, 1, (byte) 0xfc, 3, 3};

  private final SSLContext trusting;
  private final Untouched asterisk;
  private final TortureMessages messages =
      new TortureMessages("127.0.0.1:40404", "127.0.0.1:" + Place.SIPS.getPort());

  HostileTlsIT(HotlineUnderTest hotline) throws IOException, GeneralSecurityException {
    trusting = TrustOf.certificate(hotline.settings().secured().orElseThrow().certificate());
    asterisk = new Untouched(hotline);
  }

  @AfterEach
  void nothingHappened() throws IOException, InterruptedException {
    try (asterisk) {
      assertThat(takesCalls()).as("takes calls").isTrue();
      asterisk.isSo();
    }
  }

  @Test
  void tortureMessagesDoNoHarm() throws IOException {
    assertThat(takesCalls()).isTrue();
    for (Map.Entry<String, byte[]> message : messages.all().entrySet()) {
      try (SSLSocket stranger = secured()) {
        stranger.getOutputStream().write(message.getValue());
        stranger.getOutputStream().flush();
        assertThat(takesCalls()).as("beside %s", message.getKey()).isTrue();
      }
      assertThat(takesCalls()).as("after %s", message.getKey()).isTrue();
    }
  }

  /** Handshakes that are none, begin and do not go on, or end in noise; each is left behind. */
  @Test
  void brokenHandshakesDoNoHarm() throws IOException, InterruptedException {
    Random random = new Random(SEED);
    long memory = asterisk.memoryKb();
    long descriptors = asterisk.descriptors();
    for (int i = 1; i <= CONNECTIONS; i++) {
      try (Socket stranger = connected()) {
        byte[] bytes = noise(random);
        if (i % 2 == 0) {
          System.arraycopy(HELLO, 0, bytes, 0, Math.min(HELLO.length, bytes.length));
        }
        stranger.getOutputStream().write(bytes);
      } catch (IOException refused) {
        // As is right.
      }
      if (i % AT_ONCE == 0) {
        Thread.sleep(BREATH);
      }
    }
    assertThat(takesCalls()).isTrue();
    assertThat(asterisk.memoryKb() - memory).as("kB more than before").isLessThan(MOST_MEMORY_KB);
    long end = System.nanoTime() + SETTLED_LIMIT.toNanos();
    while (asterisk.descriptors() > descriptors + AT_ONCE && System.nanoTime() < end) {
      Thread.sleep(BREATH);
    }
    assertThat(asterisk.descriptors()).as("open").isLessThan(descriptors + AT_ONCE);
  }

  @Test
  void whoeverConnectsAndSaysNothingIsInNobodysWay() throws IOException {
    List<Socket> silent = new ArrayList<>();
    try {
      for (int i = 0; i < SILENT; i++) {
        silent.add(connected());
      }
      assertThat(takesCalls()).as("beside %s who say nothing", silent.size()).isTrue();
    } finally {
      for (Socket one : silent) {
        one.close();
      }
    }
  }

  /** In a connection of its own: a handshake, and OPTIONS with its answer. */
  private boolean takesCalls() throws IOException {
    TortureMessages.Message options = messages.plain("OPTIONS");
    options.start("OPTIONS sips:116117@127.0.0.1:" + Place.SIPS.getPort() + " SIP/2.0");
    options.set("To", "<sips:116117@127.0.0.1>");
    try (SSLSocket stranger = secured()) {
      String here = "127.0.0.1:" + stranger.getLocalPort();
      options.set("Via", "SIP/2.0/TLS " + here + ";rport;branch=z9hG4bK" + System.nanoTime());
      options.set("Contact", "<sips:caller@" + here + ";transport=tls>");
      OutputStream out = stranger.getOutputStream();
      out.write(options.text().getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return firstLine(stranger.getInputStream()).startsWith("SIP/2.0 200 ");
    }
  }

  private static String firstLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\r'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString();
  }

  private SSLSocket secured() throws IOException {
    SSLSocket socket =
        (SSLSocket)
            trusting
                .getSocketFactory()
                .createSocket(connected(), "127.0.0.1", Place.SIPS.getPort(), true);
    socket.setSoTimeout(ANSWER_MILLIS);
    socket.startHandshake();
    return socket;
  }

  private static Socket connected() throws IOException {
    Socket socket = new Socket();
    socket.connect(Place.SIPS, ANSWER_MILLIS);
    return socket;
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[1 + random.nextInt(LARGEST)];
    random.nextBytes(bytes);
    return bytes;
  }
}
