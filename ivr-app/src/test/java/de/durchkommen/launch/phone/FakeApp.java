package de.durchkommen.launch.phone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A web app that has a transcript of one call, and nothing else. */
final class FakeApp implements AutoCloseable {
  static final String TOKEN = "geheim";

  private final HttpServer server;
  private final String path;
  private final List<TranscriptFeed.Line> lines = new CopyOnWriteArrayList<>();
  private volatile @Nullable String outcome;
  private volatile int fault;

  FakeApp(String callId) throws IOException {
    path = "/api/calls/" + callId + "/transcript";
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void says(String kind, String text) {
    lines.add(new TranscriptFeed.Line(kind, text, "/sounds/" + text));
  }

  void ends(String how) {
    outcome = how;
  }

  void restarts() {
    lines.clear();
    outcome = null;
  }

  /** Answers with this HTTP status from now on; 0 is none. */
  void fails(int status) {
    fault = status;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean known = exchange.getRequestURI().getPath().equals(path);
      boolean allowed =
          ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
      int status = fault > 0 ? fault : !allowed ? 401 : known ? 200 : 404;
      String from = exchange.getRequestURI().getQuery().replace("from=", "");
      byte[] body =
          status == 200
              ? transcript(Integer.parseInt(from)).getBytes(StandardCharsets.UTF_8)
              : new byte[0];
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String transcript(int from) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    lines.stream()
        .skip(from)
        .forEach(line ->
            array.add(
                Json.createObjectBuilder()
                    .add("kind", line.kind())
                    .add("text", line.text())
                    .add("audio", line.audio())));
    JsonObjectBuilder whole = Json.createObjectBuilder().add("lines", array);
    String how = outcome;
    return (how == null ? whole.addNull("outcome") : whole.add("outcome", how)).build().toString();
  }
}
