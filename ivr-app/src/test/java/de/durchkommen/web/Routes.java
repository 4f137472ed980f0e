package de.durchkommen.web;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import de.durchkommen.api.Allowed;
import de.durchkommen.api.OwnCheck;
import de.durchkommen.api.Role;
import de.durchkommen.launch.RunningApplication;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What there is to be asked for: as the running application tells it, and as the code says it. */
public final class Routes {
  private Routes() {}

  /**
   * An operation.
   *
   * @param path begins with a slash, with names of parameters in braces
   * @param type of its body; null when it takes none
   */
  record Route(String method, String path, @Nullable String type) {
    /** Method and path. */
    String name() {
      return method + " " + path;
    }

    /** Something that can be asked for, without a slash before it. */
    String address() {
      return path.substring(1).replaceAll("\\{[a-z]+}", "1");
    }

    /** A body, if it takes one. */
    @Nullable String body() {
      return type == null ? null : "{}";
    }
  }

  /** All that {@code /openapi} names. */
  static List<Route> told(RunningApplication application) throws IOException, InterruptedException {
    String json =
        application.send(null, "GET", "openapi", null, "Accept", "application/json").body();
    JsonObject paths =
        Json.createReader(new StringReader(json)).readObject().getJsonObject("paths");
    List<Route> routes = new ArrayList<>();
    paths.forEach((path, operations) ->
        operations
            .asJsonObject()
            .forEach((verb, operation) ->
                routes.add(
                    new Route(
                        verb.toUpperCase(Locale.ROOT), path, type(operation.asJsonObject())))));
    return routes;
  }

  private static @Nullable String type(JsonObject operation) {
    JsonValue body = operation.getOrDefault("requestBody", JsonValue.NULL);
    return body.equals(JsonValue.NULL)
        ? null
        : body.asJsonObject().getJsonObject("content").keySet().iterator().next();
  }

  /** Who may ask. */
  public enum Asking {
    /** Programs, with a key. */
    PROGRAMS,
    /** People, who have logged in. */
    PEOPLE
  }

  /** Who of them may ask, by method and path; empty for what checks itself. */
  public static Map<String, Set<Role>> allowed(Asking who) {
    Map<String, Set<Role>> allowed = new TreeMap<>();
    resources()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .forEach(method ->
            verb(method)
                .ifPresent(verb ->
                    allowed.merge(verb + " " + path(method), roles(method, who), Routes::both)));
    return allowed;
  }

  /** The classes of all resources. */
  static Stream<Class<?>> resources() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("de.durchkommen")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .map(type -> type.reflect());
  }

  private static Set<Role> both(Set<Role> one, Set<Role> other) {
    Set<Role> both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .flatMap(word -> Stream.ofNullable(word.annotationType().getAnnotation(HttpMethod.class)))
        .map(HttpMethod::value)
        .findFirst();
  }

  private static String path(Method method) {
    String path = "/api/" + method.getDeclaringClass().getAnnotation(Path.class).value();
    return method.isAnnotationPresent(Path.class)
        ? path + "/" + method.getAnnotation(Path.class).value()
        : path;
  }

  private static Set<Role> roles(Method method, Asking who) {
    for (AnnotatedElement place : List.of(method, method.getDeclaringClass())) {
      if (place.isAnnotationPresent(Allowed.class)) {
        Allowed allowed = place.getAnnotation(Allowed.class);
        Set<Role> all = Set.of(allowed.value());
        return who == Asking.PROGRAMS ? both(all, Set.of(allowed.programs())) : all;
      }
      if (place.isAnnotationPresent(OwnCheck.class)) {
        return Set.of();
      }
    }
    throw new AssertionError("Nobody is said to be allowed: " + method);
  }
}
