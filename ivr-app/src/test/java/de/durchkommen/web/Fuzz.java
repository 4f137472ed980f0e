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
import org.jspecify.annotations.Nullable;

/**
 * What nobody should send, for each operation that {@code /openapi} describes: each parameter and
 * each member of a body in turn gets what it does not expect, and bodies are none.
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
          "");

  /** Instead of a member of a body, as JSON. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "1e308",
          "99999999999999999999999",
          "[]",
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
          "{\"a\":1,\"a\":2}",
          "\u0000",
          MARK + "<script>",
          "[".repeat(60_000),
          "{\"a\":".repeat(12_000),
          "x".repeat(70_000));

  /** What has other tokens, or ends the session that asks. */
  private static final Set<String> LEFT_OUT =
      Set.of("DELETE /api/v1/session", "GET /api/v1/events", "POST /api/v1/supply/generation");

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
   * @param what for people: what is wrong with it
   * @param path from the root on, without a slash before it
   * @param headers names and values in turn
   */
  public record Shot(
      String what, String method, String path, @Nullable String body, List<String> headers) {}

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
    Draft draft = new Draft(method, path, parameters, body(operation));
    List<Shot> shots = new ArrayList<>();
    parameters.forEach((name, place) -> {
      for (String text : TEXTS) {
        draft.with(name, place, text).ifPresent(shots::add);
      }
    });
    if (draft.body() != null) {
      BODIES.forEach(body -> shots.add(draft.sent("a body " + start(body), Map.of(), body)));
      draft
          .body()
          .forEach(member ->
              VALUES.forEach(value ->
                  shots.add(
                      draft.sent(
                          member + " " + start(value), Map.of(), draft.json(member, value)))));
    }
    if (shots.isEmpty()) {
      shots.add(draft.sent("as it is", Map.of(), null));
    }
    return shots;
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
      String method, String path, Map<String, String> parameters, @Nullable List<String> body) {
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
      List<String> headers = new ArrayList<>(List.of("Accept", "application/json"));
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
      return new Shot(what, method, address, json, List.copyOf(headers));
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
  }
}
