package de.durchkommen.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortTest {
  private static final String HOST = "127.0.0.1";

  @Test
  void namesATakenTcpPortAndItsSetting() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral(HOST))) {
      Port port = Port.tcp("durchkommen.http.port", HOST, taken.getLocalPort());
      assertThatThrownBy(port::requireFree)
          .isInstanceOfSatisfying(LaunchFailure.class, e -> assertThat(e.exitCode()).isEqualTo(2))
          .hasMessageContaining("Port " + taken.getLocalPort() + "/tcp")
          .hasMessageContaining("durchkommen.http.port")
          .hasMessageContaining("DURCHKOMMEN_HTTP_PORT");
    }
  }

  @Test
  void tellsUdpFromTcp() throws IOException {
    try (var taken = new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral(HOST), 0))) {
      int number = taken.getLocalPort();
      assertThatThrownBy(() -> Port.udp("durchkommen.sip.port", HOST, number).requireFree())
          .isInstanceOf(LaunchFailure.class);
      assertThatCode(() -> Port.tcp("durchkommen.http.port", HOST, number).requireFree())
          .doesNotThrowAnyException();
    }
  }
}
