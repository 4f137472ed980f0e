package de.durchkommen.launch.phone;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The connection by which baresip is driven and reports what happens: JSON objects in netstrings
 * (its module {@code ctrl_tcp}; netstrings are by D. J. Bernstein, 1997: {@code 5:hello,}).
 */
final class ControlLine implements Closeable {
  /** The longest message that is read. */
  static final int MAX_MESSAGE_BYTES = 64 * 1024;

  private final Socket socket;
  private final InputStream in;

  ControlLine(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** Sends a command of baresip's menu. */
  synchronized void command(String name, String parameters) throws IOException {
    JsonObject message =
        Json.createObjectBuilder().add("command", name).add("params", parameters).build();
    byte[] payload = message.toString().getBytes(StandardCharsets.UTF_8);
    byte[] framed = new byte[payload.length + 12];
    byte[] length = (payload.length + ":").getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(length, 0, framed, 0, length.length);
    System.arraycopy(payload, 0, framed, length.length, payload.length);
    framed[length.length + payload.length] = ',';
    socket.getOutputStream().write(framed, 0, length.length + payload.length + 1);
  }

  /**
   * Waits for the next message.
   *
   * @return empty when the other side has closed the connection
   * @throws IOException if the connection broke, or what came is no JSON object in a netstring
   */
  Optional<JsonObject> received() throws IOException {
    int length = 0;
    int next = in.read();
    if (next < 0) {
      return Optional.empty();
    }
    for (; next != ':'; next = in.read()) {
      if (next < '0' || next > '9' || length > MAX_MESSAGE_BYTES) {
        throw new IOException("Not a netstring of at most " + MAX_MESSAGE_BYTES + " bytes");
      }
      length = 10 * length + next - '0';
    }
    byte[] payload = in.readNBytes(length);
    if (payload.length < length || in.read() != ',') {
      throw new IOException("Netstring is cut off");
    }
    return Optional.of(parsed(new String(payload, StandardCharsets.UTF_8)));
  }

  private static JsonObject parsed(String payload) throws IOException {
    try (JsonReader reader = Json.createReader(new StringReader(payload))) {
      return reader.readObject();
    } catch (JsonException malformed) {
      throw new IOException("Not a JSON object", malformed);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
