package de.durchkommen.line;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asterisk's manager port, which does what the test says: one connection after the other. */
final class FakeManager implements AutoCloseable {
  static final String SECRET = "5ec2e7";

  /** MD5 of the challenge 4711 and the secret, from another program. */
  static final String KEY = "b2464f3c91cd43a51f00c2b9280f0682";

  private static final int PATIENCE_MILLIS = 20_000;

  private final ServerSocket server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
  private @Nullable Socket socket;
  private @Nullable BufferedReader in;

  FakeManager() throws IOException {
    server.setSoTimeout(PATIENCE_MILLIS);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Takes the next connection. */
  FakeManager accepts() throws IOException {
    Socket accepted = server.accept();
    accepted.setSoTimeout(PATIENCE_MILLIS);
    in =
        new BufferedReader(
            new InputStreamReader(accepted.getInputStream(), StandardCharsets.UTF_8));
    socket = accepted;
    return this;
  }

  /** Takes the next connection and its login. */
  Map<String, String> loggedIn() throws IOException {
    accepts().sends("Asterisk Call Manager/11.0.0\r\n").hears();
    sends("Response: Success\r\nChallenge: 4711\r\n\r\n");
    Map<String, String> login = hears();
    sends("Response: Success\r\nMessage: Authentication accepted\r\n\r\n");
    return login;
  }

  /** Sends this as it stands. */
  FakeManager sends(String raw) throws IOException {
    connected().getOutputStream().write(raw.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** The next message that is no ping. */
  Map<String, String> hears() throws IOException {
    Map<String, String> message = message();
    while ("Ping".equals(message.get("Action"))) {
      message = message();
    }
    return message;
  }

  /** The next call that is to be made. */
  Map<String, String> originates() throws IOException {
    Map<String, String> action = hears();
    sends(
        "Response: Success\r\nActionID: " + action.get("ActionID") + "\r\nMessage: queued\r\n\r\n");
    return action;
  }

  /** Why a call came to nothing (ITU-T Q.850). */
  FakeManager hangsUp(@Nullable String id, String cause) throws IOException {
    return sends(
        "Event: HangupRequest\r\nPrivilege: call,all\r\nUniqueid: %s\r\nCause: %s\r\n\r\n"
            .formatted(id, cause));
  }

  /** What became of a call. */
  FakeManager tells(@Nullable String id, String response, int reason) throws IOException {
    return sends(
        "Event: OriginateResponse\r\nPrivilege: call,all\r\nActionID: %s\r\nResponse: %s\r\nReason: %d\r\n\r\n"
            .formatted(id, response, reason));
  }

  /** Breaks the connection. */
  void breaksOff() throws IOException {
    connected().close();
  }

  private Map<String, String> message() throws IOException {
    Map<String, String> message = new LinkedHashMap<>();
    BufferedReader reader = Objects.requireNonNull(in, "not connected");
    String line = reader.readLine();
    while (line != null && !line.isEmpty()) {
      String[] parts = line.split(": ", 2);
      message.put(parts[0], parts[1]);
      line = reader.readLine();
    }
    return message;
  }

  private Socket connected() throws IOException {
    if (socket == null) {
      throw new IOException("not connected");
    }
    return socket;
  }

  @Override
  public void close() throws IOException {
    server.close();
    if (socket != null) {
      socket.close();
    }
  }
}
