package de.durchkommen.launch.phone;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the hotline says it has said and heard in a call, as its transcript resource tells it. Of
 * several nodes, the one that has the call knows it; the others are asked as well.
 */
public final class TranscriptFeed {
  private static final Duration CONNECT_LIMIT = Duration.ofMillis(500);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(2);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();
  private final List<URI> apps;
  private final Path token;
  private int last;

  /**
   * A feed of the calls of one hotline.
   *
   * @param apps base addresses of its nodes, one or more
   * @param token file that holds the bearer token; read at each look, as a new start writes it anew
   */
  public TranscriptFeed(List<URI> apps, Path token) {
    this.apps = List.copyOf(apps);
    this.token = token;
  }

  /** What a look at the transcript gave. */
  public sealed interface Look {
    /** The call is known; the outcome is empty while it goes on. */
    record Known(List<Line> lines, Optional<String> outcome) implements Look {}

    /** The app knows no such call (yet, or any more). */
    record Unknown() implements Look {}

    /** The app cannot be asked; the reason is in words for the user. */
    record Unreachable(String reason) implements Look {}
  }

  /**
   * One line.
   *
   * @param kind TOLD, ASKED or KEYED
   * @param audio path without extension, empty for keys
   */
  public record Line(String kind, String text, String audio) {
    /** Whether keys are awaited. */
    public boolean isQuestion() {
      return "ASKED".equals(kind);
    }

    /** Whether the caller hears it. */
    public boolean isSaid() {
      return !"KEYED".equals(kind);
    }
  }

  /**
   * The lines from an index on, and the outcome. The node that knew the call is asked first; where
   * it has ended, another one may have it now.
   */
  public Look look(String callId, int from) throws InterruptedException {
    Look best = new Look.Unknown();
    for (int step = 0; step < apps.size(); step++) {
      int index = (last + step) % apps.size();
      Look look = look(apps.get(index), callId, from);
      if (look instanceof Look.Known known && known.outcome().isEmpty()) {
        last = index;
        return look;
      }
      best = rank(look) > rank(best) ? look : best;
    }
    return best;
  }

  private static int rank(Look look) {
    return switch (look) {
      case Look.Known known -> 2;
      case Look.Unreachable unreachable -> 1;
      case Look.Unknown unknown -> 0;
    };
  }

  private Look look(URI app, String callId, int from) throws InterruptedException {
    try {
      String id = URLEncoder.encode(callId, StandardCharsets.UTF_8).replace("+", "%20");
      HttpRequest request =
          HttpRequest.newBuilder(app.resolve("/api/calls/" + id + "/transcript?from=" + from))
              .header("Authorization", "Bearer " + Files.readString(token).strip())
              .timeout(ANSWER_LIMIT)
              .build();
      return read(client.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException | JsonException | ClassCastException failed) {
      return new Look.Unreachable(
          "Das Protokoll des Anrufs ist nicht lesbar (%s)."
              .formatted(failed.getClass().getSimpleName()));
    }
  }

  private static Look read(HttpResponse<String> answer) {
    return switch (answer.statusCode()) {
      case 200 -> known(answer.body());
      case 404 -> new Look.Unknown();
      case 401 -> new Look.Unreachable("Das Token für das Protokoll des Anrufs gilt nicht.");
      default ->
          new Look.Unreachable(
              "Das Protokoll des Anrufs ist nicht lesbar (HTTP %d)."
                  .formatted(answer.statusCode()));
    };
  }

  private static Look known(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      JsonObject transcript = reader.readObject();
      List<Line> lines =
          transcript.getJsonArray("lines").getValuesAs(JsonObject.class).stream()
              .map(line ->
                  new Line(
                      line.getString("kind"), line.getString("text"), line.getString("audio", "")))
              .toList();
      Optional<String> outcome =
          transcript.get("outcome") instanceof JsonString known
              ? Optional.of(known.getString())
              : Optional.empty();
      return new Look.Known(lines, outcome);
    }
  }
}
