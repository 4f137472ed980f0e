package de.durchkommen.launch.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlLineTest {
  private final InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
  private Socket phone = new Socket();
  private ControlLine line;

  ControlLineTest() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, loopback)) {
      line = new ControlLine(new Socket(loopback, server.getLocalPort()));
      phone = server.accept();
    }
  }

  @BeforeEach
  void waitsNotForEver() throws IOException {
    phone.setSoTimeout(2_000);
  }

  @AfterEach
  void close() throws IOException {
    phone.close();
    line.close();
  }

  @Test
  void framesACommand() throws IOException {
    line.command("sndcode", "12#ü");
    line.close();
    assertThat(new String(phone.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("38:{\"command\":\"sndcode\",\"params\":\"12#ü\"},");
  }

  @Test
  void readsOneMessageAfterTheOther() throws IOException {
    said("10:{\"a\":\"ü\"},2:{},");
    assertThat(line.received().orElseThrow().getString("a")).isEqualTo("ü");
    assertThat(line.received().orElseThrow()).isEmpty();
    assertThat(line.received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x:{},", "2:{};", "9:{},", "2:[],", "2:{,,", "99999999:{}", "-2:{},", "2"})
  void refusesGarbage(String garbage) throws IOException {
    said(garbage);
    assertThatIOException().isThrownBy(line::received);
  }

  private void said(String words) throws IOException {
    phone.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
    phone.shutdownOutput();
  }
}
