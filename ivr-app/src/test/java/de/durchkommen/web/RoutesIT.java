package de.durchkommen.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.DescribedTypes;
import de.durchkommen.api.Role;
import de.durchkommen.launch.RunningApplication;
import de.durchkommen.launch.UsesApplication;
import de.durchkommen.web.Routes.Asking;
import de.durchkommen.web.Routes.Route;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation that the running application has: who gets in, and whether it is described. */
@UsesApplication
class RoutesIT {
  private static final int SOME = 80;
  private static final int AT_ONCE = 2;
  private static final Set<String> OPEN = Set.of("POST /api/v1/session", "DELETE /api/v1/session");

  private final RunningApplication application;

  RoutesIT(RunningApplication application) {
    this.application = application;
  }

  private HttpResponse<String> asked(@Nullable String key, Route route, String... headers)
      throws Exception {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = route.type() == null ? "application/json" : route.type();
    return application.send(key, route.method(), route.address(), route.body(), all);
  }

  private static String answered(HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("none");
    return type.equals("application/problem+json")
        ? answer.statusCode() + " " + RunningApplication.json(answer.body()).get("type")
        : answer.statusCode() + " " + type;
  }

  @Test
  void theCodeAndTheDescriptionHaveTheSameRoutes() throws Exception {
    List<Route> routes = Routes.told(application);
    assertThat(routes).hasSizeGreaterThan(SOME);
    Set<String> names = new TreeSet<>(routes.stream().map(Route::name).toList());
    assertThat(names).isEqualTo(Routes.allowed(Asking.PROGRAMS).keySet());
  }

  @Test
  void nobodyIsLetInWithoutAKeyOrASession() throws Exception {
    for (Route route : Routes.told(application)) {
      if (!OPEN.contains(route.name())) {
        assertThat(answered(asked(null, route)))
            .as(route.name())
            .startsWith("401 urn:durchkommen:problem:");
      }
    }
  }

  /** Somebody of a role, who asks for things. */
  private interface Asker {
    HttpResponse<String> asks(Route route) throws Exception;
  }

  private void meetsClosedDoors(Role role, Asking who, Asker asker) throws Exception {
    Map<String, Set<Role>> allowed = Routes.allowed(who);
    int closed = 0;
    for (Route route : Routes.told(application)) {
      Set<Role> roles = Objects.requireNonNull(allowed.get(route.name()));
      if (!roles.isEmpty() && !roles.contains(role)) {
        closed++;
        assertThat(answered(asker.asks(route)))
            .as("%s as %s of %s", route.name(), role, who)
            .isEqualTo("403 urn:durchkommen:problem:forbidden");
      }
    }
    if (role != Role.SUPERVISOR) {
      assertThat(closed).as("closed to %s", role).isGreaterThan(SOME / 4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aKeyOpensWhatItsRoleMayDoAndNothingElse(Role role) throws Exception {
    String name = role.name().toLowerCase(Locale.ROOT);
    String key = application.key("routes-" + name, name, AT_ONCE);
    meetsClosedDoors(role, Asking.PROGRAMS, route -> asked(key, route));
  }

  @ParameterizedTest
  @EnumSource(names = {"AGENT", "SUPERVISOR"})
  void aLoginOpensWhatItsRoleMayDoAndNothingElse(Role role) throws Exception {
    Person person = Person.settled(application, role.name().toLowerCase(Locale.ROOT));
    Person.Session session = person.session(application);
    meetsClosedDoors(
        role,
        Asking.PEOPLE,
        route -> asked(null, route, "Cookie", session.cookie(), "X-CSRF-Token", session.csrf()));
  }

  /** As a page of another site would send it, which has the cookie and not the token. */
  @Test
  void aSessionChangesNothingWithoutItsToken() throws Exception {
    Person.Session session = Person.settled(application, "supervisor").session(application);
    for (Route route : Routes.told(application)) {
      if (!route.method().equals("GET") && !route.name().equals("POST /api/v1/session")) {
        assertThat(answered(asked(null, route, "Cookie", session.cookie())))
            .as(route.name())
            .startsWith("403 ");
      }
    }
  }

  @Test
  void theDescriptionHasTheMembersThatAreSent() throws Exception {
    String json =
        application.send(null, "GET", "openapi", null, "Accept", "application/json").body();
    Map<?, ?> schemas = object(object(RunningApplication.json(json), "components"), "schemas");
    int described = 0;
    for (Class<?> type : DescribedTypes.of(Routes.resources())) {
      Map<?, ?> properties = object(object(schemas, DescribedTypes.name(type)), "properties");
      // Types of lists in pages are not described: a page is one type for all.
      if (type.isRecord() && !properties.isEmpty() && type.getTypeParameters().length == 0) {
        described++;
        assertThat(properties.keySet())
            .as("%s", type)
            .isEqualTo(
                Arrays.stream(type.getRecordComponents())
                    .map(part -> member(type, part))
                    .collect(Collectors.toSet()));
      }
    }
    assertThat(described).isGreaterThan(SOME / 2);
  }

  private static String member(Class<?> type, RecordComponent part) {
    try {
      Field field = type.getDeclaredField(part.getName());
      assertThat(field.isAnnotationPresent(JsonbTransient.class)).isFalse();
      @Nullable JsonbProperty name = field.getAnnotation(JsonbProperty.class);
      return name == null ? part.getName() : name.value();
    } catch (NoSuchFieldException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Map<?, ?> object(@Nullable Object parent, String name) {
    return parent instanceof Map<?, ?> map && map.get(name) instanceof Map<?, ?> child
        ? child
        : Map.of();
  }
}
