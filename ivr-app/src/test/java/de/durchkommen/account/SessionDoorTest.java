package de.durchkommen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import de.durchkommen.api.WayIn.Admitted;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in by a cookie; Mockito stands for the servlet container. */
class SessionDoorTest {
  private static final ApiClient ERIKA = new ApiClient("@erika", Role.AGENT);
  private static Desks desks;

  private final HttpServletRequest request = mock(HttpServletRequest.class);
  private SessionToken token = new SessionToken("");

  @BeforeAll
  static void open() {
    desks = new Desks();
  }

  @AfterAll
  static void close() {
    desks.close();
  }

  @BeforeEach
  void session() {
    desks.clear();
    desks.add("erika", Role.AGENT);
    token = desks.login.login("erika", Desks.PASSWORD, Optional.empty(), "r1").token();
    when(request.getServletPath()).thenReturn("/api");
    when(request.getHeader("Host")).thenReturn("hotline.example:8080");
    cookie(token.text());
    asks("GET", "/v1/free");
  }

  private void cookie(String value) {
    when(request.getCookies())
        .thenReturn(new Cookie[] {new Cookie("other", "x"), new Cookie("dk_session", value)});
  }

  private void asks(String method, String path) {
    when(request.getMethod()).thenReturn(method);
    when(request.getPathInfo()).thenReturn(path);
  }

  private @Nullable ApiClient admitted() {
    return desks.door.admitted(request).map(Admitted::client).orElse(null);
  }

  private @Nullable String refused() {
    Problem problem = catchThrowableOfType(Problem.class, () -> desks.door.admitted(request));
    return problem == null ? null : problem.slug();
  }

  @Test
  void looksAtThingsWithTheCookieAlone() {
    assertThat(admitted()).isEqualTo(ERIKA);
    asks("HEAD", "/v1/free");
    assertThat(admitted()).isEqualTo(ERIKA);
    assertThat(desks.door.admitted(request)).get().extracting(Admitted::mostAtOnce).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "' OR 1=1 --", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void anyOtherCookieIsNobody(String value) {
    cookie(value);
    asks("POST", "/v1/holds");
    assertThat(admitted()).isNull();
  }

  @Test
  void noCookieIsNobody() {
    when(request.getCookies()).thenReturn(null);
    assertThat(admitted()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get"})
  void changesNeedTheTokenOfTheSession(String method) {
    asks(method, "/v1/holds");
    assertThat(refused()).isEqualTo("csrf");
    String other = desks.login.login("erika", Desks.PASSWORD, Optional.empty(), "r").token().csrf();
    for (String wrong : new String[] {"", "x", token.text(), other}) {
      when(request.getHeader("X-CSRF-Token")).thenReturn(wrong);
      assertThat(refused()).as(wrong).isEqualTo("csrf");
    }
    when(request.getHeader("X-CSRF-Token")).thenReturn(token.csrf());
    assertThat(admitted()).isEqualTo(ERIKA);
  }

  @ParameterizedTest
  @CsvSource({
    ", , true",
    "same-origin, , true",
    "none, , true",
    "same-site, , false",
    "cross-site, , false",
    ", http://hotline.example:8080, true",
    ", https://HOTLINE.example:8080, true",
    ", http://hotline.example, false",
    ", http://hotline.example:8081, false",
    ", http://evil.example, false",
    ", http://evil.example#hotline.example:8080, false",
    ", http://hotline.example:8080@evil.example, false",
    ", null, false",
    ", '', false",
    ", http://[, false",
    "same-origin, http://evil.example, false",
    "cross-site, http://hotline.example:8080, false"
  })
  void changesHaveToComeFromOurOwnPages(
      @Nullable String site, @Nullable String origin, boolean ours) {
    when(request.getHeader("Sec-Fetch-Site")).thenReturn(site);
    when(request.getHeader("Origin")).thenReturn(origin);
    when(request.getHeader("X-CSRF-Token")).thenReturn(token.csrf());
    asks("POST", "/v1/holds");
    assertThat(refused()).isEqualTo(ours ? null : "foreign-origin");
    cookie("");
    asks("POST", "/v1/session");
    assertThat(refused()).as("a login too").isEqualTo(ours ? null : "foreign-origin");
  }

  @Test
  void aNewLoginNeedsNoTokenOfTheOldSession() {
    asks("POST", "/v1/session");
    assertThat(refused()).isNull();
    asks("DELETE", "/v1/session");
    assertThat(refused()).isEqualTo("csrf");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/session, true",
    "/v1/session/password, true",
    "/v1/free, false",
    "/v1/session/, false",
    "/v1/session;x=/v1/session, false",
    "/v1/sessions, false",
    "/v1/accounts, false"
  })
  void aFirstPasswordOpensNothingButItsChange(String path, boolean open) {
    desks.database.execute("UPDATE account SET must_change = 1");
    asks("GET", path);
    assertThat(refused()).isEqualTo(open ? null : "password-change-needed");
  }

  @Test
  void theRoleIsThatOfNowAndADisabledAccountIsOutAtOnce() {
    desks.database.execute("UPDATE account SET role = 'SUPERVISOR'");
    assertThat(admitted()).isEqualTo(new ApiClient("@erika", Role.SUPERVISOR));
    desks.database.execute("UPDATE account SET disabled_at = '2021-01-12'");
    assertThat(admitted()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"PT11H59M59S, true", "PT12H, false"})
  void useKeepsASessionButNotForEver(Duration until, boolean live) {
    Duration step = Duration.ofMinutes(29);
    Duration passed = Duration.ZERO;
    while (passed.plus(step).compareTo(until) < 0) {
      desks.clock.pass(step);
      passed = passed.plus(step);
      assertThat(admitted()).as("after " + passed).isEqualTo(ERIKA);
    }
    desks.clock.pass(until.minus(passed));
    assertThat(admitted()).isEqualTo(live ? ERIKA : null);
  }

  @ParameterizedTest
  @CsvSource({"60, false", "61, true"})
  void useIsWrittenDownOnceAMinute(int seconds, boolean written) {
    String before = desks.database.rows("SELECT used_at FROM account_session").getFirst();
    desks.clock.pass(Duration.ofSeconds(seconds));
    admitted();
    String now = desks.database.rows("SELECT used_at FROM account_session").getFirst();
    assertThat(now.equals(before)).isEqualTo(!written);
  }

  @Test
  void whatAPageAsksForByItselfIsNoUse() {
    Supplier<Optional<ApiClient>> standing = desks.door.of(request);
    asks("GET", "/v1/events");
    desks.clock.pass(Duration.ofMinutes(20));
    assertThat(admitted()).isEqualTo(ERIKA);
    assertThat(standing.get()).contains(ERIKA);
    desks.clock.pass(Duration.ofMinutes(10));
    assertThat(standing.get()).isEmpty();
    assertThat(admitted()).isNull();
  }

  @Test
  void whoIsGivenAFirstPasswordMeanwhileStandsNoMore() {
    Supplier<Optional<ApiClient>> standing = desks.door.of(request);
    desks.database.execute("UPDATE account SET must_change = 1");
    assertThat(standing.get()).isEmpty();
  }
}
