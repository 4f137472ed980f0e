package de.durchkommen.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SipProbeTest {
  private static final InetAddress HOST = InetAddress.ofLiteral("127.0.0.1");

  @ParameterizedTest
  @CsvSource({
    "SIP/2.0 200 OK,true",
    "SIP/2.0 404 Not Found,false",
    "SIP/2.0 401 Unauthorized,false",
    "garbage,false"
  })
  void onlyAnOkCounts(String answer, boolean taken) throws IOException {
    try (var server = new DatagramSocket(new InetSocketAddress(HOST, 0))) {
      var request = CompletableFuture.supplyAsync(() -> answered(server, answer));
      var probe = new SipProbe(new InetSocketAddress(HOST, server.getLocalPort()));
      assertThat(probe.takesCallsTo("116117")).isEqualTo(taken);
      assertThat(request.join())
          .startsWith("OPTIONS sip:116117@127.0.0.1:" + server.getLocalPort() + " SIP/2.0\r\n")
          .endsWith("\r\n\r\n");
    }
  }

  @Test
  void nobodyThereIsNo() throws IOException {
    int unused;
    try (var socket = new DatagramSocket(new InetSocketAddress(HOST, 0))) {
      unused = socket.getLocalPort();
    }
    var probe = new SipProbe(new InetSocketAddress(HOST, unused));
    assertThat(probe.takesCallsTo("116117")).isFalse();
  }

  private static String answered(DatagramSocket server, String answer) {
    try {
      var request = new DatagramPacket(new byte[4_096], 4_096);
      server.receive(request);
      byte[] bytes = (answer + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
      server.send(new DatagramPacket(bytes, bytes.length, request.getSocketAddress()));
      return new String(request.getData(), 0, request.getLength(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
