package de.durchkommen.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate, and a client that trusts it, or another one. */
class TrustedPeerTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  @TempDir private Path folder = Path.of("");

  private Path made(String name, String address) throws IOException, InterruptedException {
    return MadeCertificate.in(folder, name, "san=ip:" + address);
  }

  private ServerSocket server(String name) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
      store.load(in, MadeCertificate.PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, MadeCertificate.PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    ServerSocket server =
        context
            .getServerSocketFactory()
            .createServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofVirtual().start(() -> answers(server));
    return server;
  }

  private static void answers(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket peer = server.accept()) {
        peer.getOutputStream().write("Asterisk".getBytes(StandardCharsets.UTF_8));
      } catch (IOException refused) {
        // By whoever connected, or nobody comes any more.
      }
    }
  }

  private static String said(ServerSocket server, Path trusted) throws IOException {
    try (Socket wire = new Socket(server.getInetAddress(), server.getLocalPort())) {
      Socket socket =
          new TrustedPeer(trusted).secured(wire, "127.0.0.1", server.getLocalPort(), LIMIT);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void whoHasTheCertificateIsTalkedTo() throws Exception {
    Path certificate = made("asterisk", "127.0.0.1");
    try (ServerSocket server = server("asterisk")) {
      assertThat(said(server, certificate)).isEqualTo("Asterisk");
    }
  }

  @Test
  void aStrangerIsNot() throws Exception {
    made("stranger", "127.0.0.1");
    Path certificate = made("asterisk", "127.0.0.1");
    try (ServerSocket server = server("stranger")) {
      assertThatThrownBy(() -> said(server, certificate)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void norIsACertificateForAnotherHost() throws Exception {
    Path certificate = made("elsewhere", "192.0.2.1");
    try (ServerSocket server = server("elsewhere")) {
      assertThatThrownBy(() -> said(server, certificate))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("127.0.0.1");
    }
  }

  @Test
  void whoSaysNothingIsNotWaitedForForLong() throws Exception {
    Path certificate = made("asterisk", "127.0.0.1");
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
        Socket wire = new Socket(silent.getInetAddress(), silent.getLocalPort())) {
      var peer = new TrustedPeer(certificate);
      assertThatThrownBy(
              () -> peer.secured(wire, "127.0.0.1", silent.getLocalPort(), Duration.ofMillis(200)))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void whatIsNoCertificateIsSaid() throws Exception {
    Path certificate = Files.writeString(folder.resolve("none"), "-----BEGIN CERTIFICATE-----\nx");
    made("asterisk", "127.0.0.1");
    try (ServerSocket server = server("asterisk")) {
      assertThatThrownBy(() -> said(server, certificate))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("durchkommen.ami.certificate");
    }
  }
}
