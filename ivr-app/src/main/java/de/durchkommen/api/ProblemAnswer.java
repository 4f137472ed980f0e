package de.durchkommen.api;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Problems as they are sent (RFC 9457). */
final class ProblemAnswer {
  static final String TYPE = "application/problem+json";

  private static final String KIND = "urn:durchkommen:problem:";
  private static final int UNAUTHORIZED = 401;
  private static final Jsonb JSON = JsonbBuilder.create();

  private ProblemAnswer() {}

  /** The answer to a request that came to this. */
  static Response of(Problem problem) {
    Response.ResponseBuilder answer =
        Response.status(problem.status()).type(TYPE).entity(bytes(problem));
    headers(problem).forEach(answer::header);
    return answer.build();
  }

  /** The body: the five members of the standard, except for instance, and further ones. */
  static byte[] bytes(Problem problem) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", KIND + problem.slug());
    members.put("title", problem.title());
    members.put("status", problem.status());
    members.put("detail", problem.detail());
    problem.more().forEach(members::putIfAbsent);
    return JSON.toJson(members).getBytes(StandardCharsets.UTF_8);
  }

  /** What is said in headers too. */
  static Map<String, String> headers(Problem problem) {
    Map<String, String> headers = new HashMap<>();
    Optional.ofNullable(problem.more().get(Problem.RETRY_AFTER))
        .ifPresent(seconds -> headers.put(HttpHeaders.RETRY_AFTER, seconds.toString()));
    if (problem.status() == UNAUTHORIZED) {
      headers.put(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return headers;
  }
}
