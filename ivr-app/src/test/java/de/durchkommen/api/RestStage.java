package de.durchkommen.api;

import de.durchkommen.database.Database;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.jspecify.annotations.Nullable;

/** Resources behind the API's filters, as Payara's own JAX-RS runs them, but without a server. */
public final class RestStage {
  private static final URI BASE = URI.create("http://host/api/");

  /** Kept here, as loggers are collected otherwise. */
  private static final Logger JERSEY = Logger.getLogger("org.glassfish.jersey");

  private final ApplicationHandler application;

  /** These resources, with answers kept in this database. */
  public RestStage(Database database, Clock clock, Object... resources) {
    JERSEY.setLevel(Level.SEVERE);
    ResourceConfig config =
        new ResourceConfig()
            .register(new DependentContext.Binder())
            .register(new Doors())
            .register(new ProblemMapper())
            .register(new ProtocolErrorMapper())
            .register(new UnforeseenMapper(new Random()))
            .register(new BodyReading())
            .register(new Replay(new KeptAnswers(database, clock, new Random())));
    for (Object resource : resources) {
      config.register(resource);
    }
    application = new ApplicationHandler(config);
  }

  /** What came back. */
  public record Answer(int status, Map<String, String> headers, String body) {
    /** The body as JSON. */
    @SuppressWarnings("unchecked") // An object of JSON has names.
    public Map<String, Object> json() {
      return JsonbBuilder.create().fromJson(body, Map.class);
    }

    /** A member of the body. */
    public @Nullable Object member(String name) {
      return json().get(name);
    }

    /** The end of the type of a problem. */
    public String problem() {
      String kind = String.valueOf(member("type"));
      return "application/problem+json".equals(headers.get("Content-Type"))
          ? kind.substring(kind.lastIndexOf(':') + 1)
          : "none";
    }
  }

  /** Sends a request without a body. */
  public Answer get(@Nullable ApiClient client, String path) {
    return send(client, "GET", path, null, Map.of());
  }

  /** Sends JSON. */
  public Answer post(@Nullable ApiClient client, String path, @Nullable String json) {
    return send(client, "POST", path, json, Map.of());
  }

  /** Sends JSON with a key with which it can be sent again. */
  public Answer post(@Nullable ApiClient client, String path, @Nullable String json, String key) {
    return send(client, "POST", path, json, Map.of(Idempotent.HEADER, key));
  }

  /** Sends a request. */
  public Answer send(
      @Nullable ApiClient client,
      String method,
      String path,
      @Nullable String json,
      Map<String, String> headers) {
    byte @Nullable [] body = json == null ? null : json.getBytes(StandardCharsets.UTF_8);
    return sendBytes(client, method, path, body, headers);
  }

  /** Sends a request with any body; it is JSON unless a header says something else. */
  public Answer sendBytes(
      @Nullable ApiClient client,
      String method,
      String path,
      byte @Nullable [] sent,
      Map<String, String> headers) {
    ContainerRequest request =
        new ContainerRequest(
            BASE, BASE.resolve(path), method, caller(client), new MapPropertiesDelegate(), null);
    request.header(RequestId.HEADER, "request-1");
    headers.forEach(request::header);
    if (sent != null) {
      request.setEntityStream(new ByteArrayInputStream(sent));
      if (!headers.containsKey("Content-Type")) {
        request.header("Content-Type", "application/json");
      }
    }
    try {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      ContainerResponse response = application.apply(request, body).get();
      Map<String, String> told = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      response.getStringHeaders().forEach((name, values) -> told.put(name, values.getFirst()));
      return new Answer(response.getStatus(), told, body.toString(StandardCharsets.UTF_8));
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SecurityContext caller(@Nullable ApiClient client) {
    return new SecurityContext() {
      @Override
      public @Nullable Principal getUserPrincipal() {
        return client;
      }

      @Override
      public boolean isUserInRole(String role) {
        return false;
      }

      @Override
      public boolean isSecure() {
        return false;
      }

      @Override
      public @Nullable String getAuthenticationScheme() {
        return null;
      }
    };
  }
}
