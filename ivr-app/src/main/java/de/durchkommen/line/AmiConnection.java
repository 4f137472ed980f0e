package de.durchkommen.line;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A connection to Asterisk's manager port, logged in.
 *
 * <p>asterisk-java's manager is not used: it reads without limits, guesses Asterisk's version by
 * commands that our user must not give, cannot be stopped while it reconnects, and warns of slow
 * events with all that is in them, which is the number of whoever was called. What is needed here
 * are three kinds of messages: lines of {@code Name: value}, ended by an empty one.
 */
final class AmiConnection implements AutoCloseable {
  private static final String GREETING = "Asterisk Call Manager/";

  private final AmiSettings.Limits limits;
  private final Login login;
  private final Socket wire = new Socket();
  private final Socket socket;
  private final BoundedLines lines;

  /**
   * Who logs in.
   *
   * @param user as in {@code manager.conf}
   * @param events classes of events that are wanted, comma-separated
   */
  record Login(String user, String events) {}

  /**
   * Connects and logs in.
   *
   * @throws IOException when that failed, whatever the reason; it has no secret in it
   */
  AmiConnection(AmiSettings settings, Login login, String secret) throws IOException {
    this.limits = settings.limits();
    this.login = login;
    try {
      int millis = Math.toIntExact(limits.connect().toMillis());
      wire.connect(new InetSocketAddress(settings.host(), settings.port()), millis);
      wire.setTcpNoDelay(true);
      socket =
          settings.certificate().isPresent()
              ? new TrustedPeer(settings.certificate().get())
                  .secured(wire, settings.host(), settings.port(), limits.connect())
              : wire;
      lines = new BoundedLines(new SocketPieces(socket));
      loggedIn(secret);
    } catch (IOException | RuntimeException failed) {
      wire.close();
      throw failed;
    }
  }

  /**
   * The next message: names in small letters; of a name that comes twice, the last value.
   *
   * @throws IOException when none came for too long, or the connection broke
   */
  Map<String, String> received() throws IOException {
    return message(limits.silence());
  }

  /** Sends a message; by any thread. The values cannot end a line: control characters are gone. */
  synchronized void sends(Map<String, String> message) throws IOException {
    StringBuilder text = new StringBuilder();
    message.forEach((name, value) ->
        text.append(cleaned(name)).append(": ").append(cleaned(value)).append("\r\n"));
    socket.getOutputStream().write(text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    // Not by way of TLS, which would say good-bye first, and wait for a peer that may be dead.
    wire.close();
  }

  private void loggedIn(String secret) throws IOException {
    Duration time = limits.connect();
    if (!lines.line(limits.message(time)).startsWith(GREETING)) {
      throw new IOException("Not Asterisk's manager port");
    }
    sends(Map.of("Action", "Challenge", "AuthType", "MD5"));
    String challenge = succeeded("no challenge").getOrDefault("challenge", "");
    Map<String, String> action = new LinkedHashMap<>();
    action.put("Action", "Login");
    action.put("AuthType", "MD5");
    action.put("Username", login.user());
    action.put("Key", md5(challenge + secret));
    action.put("Events", login.events());
    sends(action);
    succeeded("login refused");
  }

  private Map<String, String> succeeded(String otherwise) throws IOException {
    Map<String, String> response = message(limits.connect());
    if (!"Success".equals(response.get("response"))) {
      throw new IOException("Asterisk's manager port: " + otherwise);
    }
    return response;
  }

  private Map<String, String> message(Duration time) throws IOException {
    Allowance allowance = limits.message(time);
    Map<String, String> message = new LinkedHashMap<>();
    for (String line = stripped(allowance); !line.isEmpty(); line = stripped(allowance)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
        message.put(name, line.substring(colon + 1).strip());
      }
    }
    return message;
  }

  private String stripped(Allowance allowance) throws IOException {
    return lines.line(allowance).stripTrailing();
  }

  private static String cleaned(String value) {
    return value.replaceAll("\\p{Cntrl}", "");
  }

  /** What Asterisk asks for; the secret is random and of 192 bits. */
  private static String md5(String text) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(md5.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has MD5", impossible);
    }
  }
}
