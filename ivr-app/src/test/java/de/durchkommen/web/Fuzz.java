package de.durchkommen.web;

import de.durchkommen.launch.RunningApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What nobody should send, for each operation that {@code /openapi} describes: each parameter and
 * each member of a body in turn gets what it does not expect, and bodies are none, or of other
 * types. Neighbours get every other value in turn, so that all of them are sent to each operation
 * with more than one.
 */
public final class Fuzz {
  /** Is in all that is sent, to be looked for in logs. */
  public static final String MARK = "zx9fuzz";

  /** Instead of a parameter or a text: markup, SQL, signs that end things, too much of it. */
  private static final List<String> TEXTS =
      List.of(
          MARK + "<script>alert(1)</script>",
          MARK + "' OR '1'='1'; DROP TABLE account; --",
          MARK + "\u0000",
          MARK + "\r\nX-Injected: 1",
          MARK + "${jndi:ldap://127.0.0.1/a}{0}%n%s",
          MARK + "😀\u202e\uffff",
          MARK + "x".repeat(2_000),
          "-1",
          "99999999999999999999",
          "1e400",
          "2026-13-45",
          "../../etc/passwd",
          "");

  /** Instead of a member of a body, as JSON. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "1e308",
          "1e999999999",
          "99999999999999999999999",
          "4294967297",
          "[]",
          "[null,\"" + MARK + "<\"]",
          "{\"" + MARK + "\":1}",
          "\"\"",
          "\"" + MARK + "<script>alert(1)</script>\"",
          "\"" + MARK + "' OR '1'='1'; DROP TABLE account; --\"",
          "\"" + MARK + "\\u0000\\ud800\"",
          "\"" + MARK + "x".repeat(20_000) + "\"",
          "[".repeat(300) + "]".repeat(300));

  /** Instead of a body. */
  private static final List<String> BODIES =
      List.of(
          "",
          "null",
          "[]",
          "[null]",
          "\"" + MARK + "\"",
          "1",
          "{",
          "{}",
          "{\"a\":",
          "{\"a\":{",
          "{\"a\":[{},",
          "{\"a\":1,\"a\":2}",
          "\u0000",
          MARK + "<script>",
          "[".repeat(60_000),
          "{\"a\":".repeat(12_000),
          "x".repeat(70_000));

  /** Instead of the type that an operation takes. */
  private static final List<String> TYPES =
      List.of(
          "text/plain",
          "application/xml",
          "multipart/form-data; boundary=" + MARK,
          "application/x-www-form-urlencoded",
          "application/json; charset=" + MARK,
          "*/*");

  /** What ends the session that asks, and what has no end. */
  private static final Set<String> LEFT_OUT =
      Set.of("DELETE /api/v1/session", "GET /api/v1/events");

  /** The same for all, so it is tried where it can be seen in the answer. */
  private static final String REQUEST_ID = "X-Request-Id";

  private static final String SEEN = "/api/v1/session";

  private final JsonObject description;

  private Fuzz(JsonObject description) {
    this.description = description;
  }

  /** Reads what there is. */
  public static Fuzz of(RunningApplication application) throws IOException, InterruptedException {
    String json =
        application.send(null, "GET", "openapi", null, "Accept", "application/json").body();
    return new Fuzz(Json.createReader(new StringReader(json)).readObject());
  }

  /**
   * One request.
   *
   * @param operation method and path as described
   * @param what for people: what is wrong with it
   * @param path from the root on, without a slash before it
   * @param headers names and values in turn
   */
  public record Shot(
      String operation,
      String what,
      String method,
      String path,
      @Nullable String body,
      List<String> headers) {}

  /** All requests, those of an operation behind each other. */
  public List<Shot> shots() {
    List<Shot> shots = new ArrayList<>();
    description
        .getJsonObject("paths")
        .forEach((path, operations) ->
            operations
                .asJsonObject()
                .forEach((verb, operation) -> {
                  String method = verb.toUpperCase(Locale.ROOT);
                  if (!LEFT_OUT.contains(method + " " + path)) {
                    shots.addAll(shots(method, path, operation.asJsonObject()));
                  }
                }));
    return shots;
  }

  private List<Shot> shots(String method, String path, JsonObject operation) {
    Map<String, String> parameters = new LinkedHashMap<>();
    operation
        .getOrDefault("parameters", JsonValue.EMPTY_JSON_ARRAY)
        .asJsonArray()
        .forEach(parameter ->
            parameters.put(
                parameter.asJsonObject().getString("name"),
                parameter.asJsonObject().getString("in")));
    if (!path.equals(SEEN)) {
      parameters.remove(REQUEST_ID);
    }
    Draft draft = new Draft(method, path, parameters, body(operation), type(operation));
    List<Shot> shots = new ArrayList<>();
    int turn = 0;
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      for (String text : every(TEXTS, turn++, parameters.size())) {
        draft.with(parameter.getKey(), parameter.getValue(), text).ifPresent(shots::add);
      }
    }
    if (draft.body() != null) {
      bodies(draft, draft.body(), shots);
    }
    if (shots.isEmpty()) {
      shots.add(draft.sent("as it is", Map.of(), null));
    }
    return shots;
  }

  private static void bodies(Draft draft, List<String> members, List<Shot> shots) {
    BODIES.forEach(body -> shots.add(draft.sent("a body " + start(body), Map.of(), body)));
    TYPES.forEach(type ->
        shots.add(draft.as(type).sent("a body of type " + type, Map.of(), draft.json("", ""))));
    int turn = 0;
    for (String member : members) {
      for (String value : every(VALUES, turn++, members.size())) {
        shots.add(draft.sent(member + " " + start(value), Map.of(), draft.json(member, value)));
      }
    }
  }

  /** Every other one, unless there is nobody else to get the others. */
  private static List<String> every(List<String> all, int turn, int neighbours) {
    return neighbours == 1
        ? all
        : IntStream.range(0, all.size())
            .filter(number -> number % 2 == turn % 2)
            .mapToObj(all::get)
            .toList();
  }

  private static String type(JsonObject operation) {
    @Nullable JsonObject body = operation.getJsonObject("requestBody");
    return body == null
        ? "application/json"
        : body.getJsonObject("content").keySet().iterator().next();
  }

  /** Members of the body; null when it takes none. */
  private @Nullable List<String> body(JsonObject operation) {
    @Nullable JsonObject body = operation.getJsonObject("requestBody");
    if (body == null) {
      return null;
    }
    JsonObject content = body.getJsonObject("content");
    JsonObject type = content.values().iterator().next().asJsonObject();
    String reference = type.getJsonObject("schema").getString("$ref", "");
    @Nullable JsonObject schema =
        reference.isEmpty()
            ? null
            : description
                .getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject(reference.substring(reference.lastIndexOf('/') + 1));
    @Nullable JsonObject members = schema == null ? null : schema.getJsonObject("properties");
    return members == null ? List.of() : List.copyOf(members.keySet());
  }

  private static String start(String text) {
    return text.substring(0, Math.min(text.length(), 20)) + " (" + text.length() + ")";
  }

  /** A request that is not made yet. */
  private record Draft(
      String method,
      String path,
      Map<String, String> parameters,
      @Nullable List<String> body,
      String type) {
    /** The same with a body of another type. */
    Draft as(String other) {
      return new Draft(method, path, parameters, body, other);
    }

    java.util.Optional<Shot> with(String name, String place, String text) {
      boolean sendable =
          switch (place) {
            case "path" -> !text.isEmpty();
            case "query" -> true;
            // Line ends cannot be sent there, and a server refuses other signs by itself.
            case "header" -> text.chars().allMatch(sign -> sign > 31 && sign < 127);
            default -> false;
          };
      return sendable && !name.equals("Authorization")
          ? java.util.Optional.of(
              sent(place + " " + name + " " + start(text), Map.of(name, text), filled()))
          : java.util.Optional.empty();
    }

    private @Nullable String filled() {
      return body == null ? null : json("", "");
    }

    /** A body of which this member has this value. */
    String json(String member, String value) {
      List<String> members = new ArrayList<>();
      for (String each : body == null ? List.<String>of() : body) {
        members.add("\"" + each + "\":" + (each.equals(member) ? value : "\"" + MARK + "\""));
      }
      return "{" + String.join(",", members) + "}";
    }

    Shot sent(String what, Map<String, String> given, @Nullable String json) {
      String filledPath = path.substring(1);
      List<String> query = new ArrayList<>();
      List<String> headers = new ArrayList<>(List.of("Content-Type", type));
      boolean hasKey = false;
      for (Map.Entry<String, String> parameter : parameters.entrySet()) {
        String name = parameter.getKey();
        String value = given.getOrDefault(name, "999999999");
        switch (parameter.getValue()) {
          case "path" -> filledPath = filledPath.replace("{" + name + "}", encoded(value));
          case "query" -> query.add(name + "=" + encoded(value));
          case "header" -> {
            if (given.containsKey(name)) {
              headers.addAll(List.of(name, value));
              hasKey |= name.equals("Idempotency-Key");
            }
          }
          default -> {}
        }
      }
      if (!hasKey) {
        headers.addAll(List.of("Idempotency-Key", UUID.randomUUID().toString()));
      }
      String address = query.isEmpty() ? filledPath : filledPath + "?" + String.join("&", query);
      return new Shot(method + " " + path, what, method, address, json, List.copyOf(headers));
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
  }
}
