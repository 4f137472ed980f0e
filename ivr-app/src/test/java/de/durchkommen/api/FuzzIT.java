package de.durchkommen.api;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.api.Volley.Sender;
import de.durchkommen.launch.RunningApplication;
import de.durchkommen.launch.UsesApplication;
import de.durchkommen.web.Fuzz;
import de.durchkommen.web.Fuzz.Shot;
import de.durchkommen.web.Person;
import de.durchkommen.web.Routes;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever somebody sends: the answer is a problem, and the log says nothing of it. In this package
 * it begins before the telephone tests, which use the processors less than it does.
 */
@UsesApplication
class FuzzIT {
  private static final int MANY = 1_000;
  private static final int AT_ONCE = 8;

  /** Of what a role may not do, which is refused before it is read, each such one is sent. */
  private static final int THINNED = 3;

  /** The same of what is sent by nobody, who may do almost nothing. */
  private static final int THINNED_OF_NOBODY = 2;

  /** A processor that hangs in one of them shows so. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final RunningApplication application;

  FuzzIT(RunningApplication application) {
    this.application = application;
  }

  @Test
  void withABookingKey() throws Exception {
    String key = application.key("fuzz-booking", "booking", AT_ONCE);
    allIsWell(Optional.of(Role.BOOKING), shot -> sent(key, shot));
  }

  @Test
  void asAnAgent() throws Exception {
    allIsWell(Optional.of(Role.AGENT), person("agent"));
  }

  @Test
  void asASupervisor() throws Exception {
    allIsWell(Optional.of(Role.SUPERVISOR), person("supervisor"));
  }

  @Test
  void asNobody() throws Exception {
    allIsWell(Optional.empty(), shot -> sent(null, shot));
  }

  private HttpResponse<String> sent(@Nullable String key, Shot shot) throws Exception {
    return application.send(key, shot.method(), shot.path(), shot.body(), headers(shot));
  }

  private Sender person(String role) throws Exception {
    Person.Session session = Person.settled(application, role).session(application);
    return shot -> session.send(shot.method(), shot.path(), shot.body(), headers(shot));
  }

  private static String[] headers(Shot shot) {
    return shot.headers().toArray(String[]::new);
  }

  private void allIsWell(Optional<Role> role, Sender sender) throws Exception {
    List<Shot> shots = shots(role);
    assertThat(shots).hasSizeGreaterThan(MANY);
    Volley volley = new Volley(sender);
    List<String> faults = volley.fired(shots);
    System.out.printf("As %s: %s%n", role.map(Role::name).orElse("nobody"), volley.told());
    assertThat(faults).isEmpty();
    assertThat(volley.longest()).isLessThan(LONGEST);
    assertThat(application.log()).doesNotContain(Fuzz.MARK);
    assertThat(application.isDatabaseReady()).isTrue();
  }

  /** All of what the role may do; of the rest some, but of each operation. */
  private List<Shot> shots(Optional<Role> role) throws Exception {
    Map<String, Set<Role>> allowed = Routes.allowed(Routes.Asking.PROGRAMS);
    int thinned = role.isPresent() ? THINNED : THINNED_OF_NOBODY;
    List<Shot> all = Fuzz.of(application).shots();
    return IntStream.range(0, all.size())
        .filter(number -> {
          String operation = all.get(number).operation();
          Set<Role> roles = allowed.getOrDefault(operation, Set.of());
          return roles.isEmpty()
              || role.filter(roles::contains).isPresent()
              || number % thinned == 0
              || number == 0
              || !all.get(number - 1).operation().equals(operation);
        })
        .mapToObj(all::get)
        .toList();
  }
}
