package de.durchkommen.api;

import de.durchkommen.api.Turn.KeptAnswer;
import de.durchkommen.api.Turn.Run;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request that was sent before as it was answered then; see {@link Idempotent}. Two
 * requests are the same when method, path, query and body are; of a file ({@link
 * ApiLimits#isFile}), which is not kept in memory, only the length counts.
 */
@Provider
@Idempotent
@Dependent
@Priority(Priorities.USER)
public class Replay implements ContainerRequestFilter, ContainerResponseFilter {
  /** Says {@code true} in an answer that was given before. */
  static final String REPLAYED = "Idempotency-Replayed";

  private static final String RUN = Replay.class.getName();
  private static final int FIRST_OF_SERVER = 500;
  private static final int LONGEST_LOCATION = 500;

  /** With quotes it is a string of structured fields (RFC 9651), as the draft wants it. */
  private static final Pattern KEY = Pattern.compile("\"?([!#-~]{1,255})\"?");

  private static final Jsonb JSON = JsonbBuilder.create();

  private final KeptAnswers answers;

  @Inject
  Replay(KeptAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    byte[] key = Sha256.of(key(request).getBytes(StandardCharsets.US_ASCII));
    ApiClient client = ApiClient.of(request.getSecurityContext());
    switch (answers.turn(client, key, fingerprint(request))) {
      case Turn.Yours(Run run) -> request.setProperty(RUN, run);
      case Turn.Done(KeptAnswer answer) -> request.abortWith(again(answer));
      case Turn.OtherRequest() ->
          throw new Problem(
              422,
              "idempotency-key-reused",
              "The Idempotency-Key was used for another request",
              "Draw a new key for each new request.");
      case Turn.UnderWay() ->
          throw new Problem(
              409,
              "idempotency-under-way",
              "The request is being done",
              "Send it again with the same key to get its answer.",
              Map.of(Problem.RETRY_AFTER, ApiLimits.AGAIN_SECONDS));
      case Turn.Unknown(String why) -> throw Problem.unknown(why);
    }
  }

  private static String key(ContainerRequestContext request) {
    String given = Optional.ofNullable(request.getHeaderString(Idempotent.HEADER)).orElse("");
    Matcher key = KEY.matcher(given.strip());
    if (!key.matches()) {
      throw new Problem(
          400,
          "idempotency-key-missing",
          "The header Idempotency-Key is missing",
          "Send Idempotency-Key with a random value (1 to 255 visible characters), and the same"
              + " value again only with the same request.");
    }
    return key.group(1);
  }

  private static byte[] fingerprint(ContainerRequestContext request) throws IOException {
    String what = request.getMethod() + " " + request.getUriInfo().getRequestUri().getRawPath();
    String query =
        Optional.ofNullable(request.getUriInfo().getRequestUri().getRawQuery()).orElse("");
    return Sha256.ofParts(
        what.getBytes(StandardCharsets.UTF_8),
        query.getBytes(StandardCharsets.UTF_8),
        body(request));
  }

  private static byte[] body(ContainerRequestContext request) throws IOException {
    @Nullable MediaType type = request.getMediaType();
    if (type != null && ApiLimits.isFile(type.getType() + "/" + type.getSubtype())) {
      return String.valueOf(request.getLength()).getBytes(StandardCharsets.US_ASCII);
    }
    byte[] body = request.getEntityStream().readAllBytes();
    request.setEntityStream(new ByteArrayInputStream(body));
    return body;
  }

  private static Response again(KeptAnswer answer) {
    Response.ResponseBuilder response =
        Response.status(answer.status()).header(REPLAYED, "true").entity(answer.body());
    if (answer.mediaType() != null) {
      response.type(answer.mediaType());
    }
    if (answer.location() != null) {
      response.header(HttpHeaders.LOCATION, answer.location());
    }
    return response.build();
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(request.getProperty(RUN) instanceof Run run)) {
      return;
    }
    if (response.getStatus() >= FIRST_OF_SERVER) {
      answers.forget(run);
      return;
    }
    byte @Nullable [] body = bytes(response);
    @Nullable String type = body == null ? null : type(response).toString();
    @Nullable String location = response.getHeaderString(HttpHeaders.LOCATION);
    boolean fits = location != null && location.length() <= LONGEST_LOCATION;
    answers.keep(run, new KeptAnswer(response.getStatus(), type, fits ? location : null, body));
    if (body != null) {
      response.setEntity(body, new Annotation[0], type(response));
    }
  }

  private static MediaType type(ContainerResponseContext response) {
    return Optional.ofNullable(response.getMediaType()).orElse(MediaType.APPLICATION_JSON_TYPE);
  }

  private static byte @Nullable [] bytes(ContainerResponseContext response) {
    return switch (response.getEntity()) {
      case null -> null;
      case byte[] bytes -> bytes;
      case Object entity -> JSON.toJson(entity).getBytes(StandardCharsets.UTF_8);
    };
  }
}
