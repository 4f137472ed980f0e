package de.durchkommen.account;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.account.LoginDesk.Begun;
import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Departures;
import de.durchkommen.api.RestStage;
import de.durchkommen.api.RestStage.Answer;
import de.durchkommen.api.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts as a supervisor's page sees them, in JSON. */
class AccountResourceTest {
  private static final String PATH = "/api/v1/accounts";
  private static final ApiClient LEAD = new ApiClient("@leitung", Role.SUPERVISOR);
  private static Desks desks;
  private static RestStage stage;
  private long before;

  @BeforeAll
  static void open() {
    desks = new Desks();
    stage =
        new RestStage(
            desks.database.patient(),
            desks.clock,
            new AccountResource(desks.accounts, new Departures()));
  }

  @AfterAll
  static void close() {
    desks.close();
  }

  @BeforeEach
  void accounts() {
    desks.clear();
    desks.add("erika", Role.AGENT);
    desks.add("leitung", Role.SUPERVISOR);
    before = desks.newest();
  }

  private static Answer change(String name, String json) {
    return stage.send(LEAD, "PATCH", PATH + "/" + name, json, Map.of());
  }

  private static Begun login(String name, String password) {
    return desks.login.login(name, password, Optional.empty(), "r1");
  }

  @Test
  void aNewAccountHasAFirstPasswordThatIsToldOnce() {
    Answer made = stage.post(LEAD, PATH, "{\"name\":\"max\",\"role\":\"AGENT\"}");
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    assertThat(made.headers().get("Location")).endsWith("/api/v1/accounts/max");
    assertThat(made.json())
        .containsEntry("shownName", "max")
        .containsEntry("mustChange", true)
        .containsEntry("createdAt", "2021-01-12T08:00:00Z");
    String first = String.valueOf(made.member("firstPassword"));
    assertThat(login("max", first).account().mustChange()).isTrue();
    assertThat(stage.get(LEAD, PATH).body()).doesNotContain(first, "argon2", "firstPassword");
    assertThat(desks.audited(before)).startsWith("@leitung ACCOUNT_ADDED_AGENT max 1");
    Answer again = stage.post(LEAD, PATH, "{\"name\":\"max\",\"role\":\"SUPERVISOR\"}");
    assertThat(again.problem()).isEqualTo("account-exists");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\"max\"}",
        "{\"name\":\"max\",\"role\":\"BOOKING\"}",
        "{\"name\":\"max\",\"role\":\"agent\"}",
        "{\"name\":\"Max\",\"role\":\"AGENT\"}",
        "{\"name\":\"m\",\"role\":\"AGENT\"}",
        "{\"name\":\"@max\",\"role\":\"AGENT\"}",
        "{\"name\":\"max\",\"role\":\"AGENT\",\"shownName\":\" \"}",
        "{\"name\":\"max\",\"role\":\"AGENT\",\"shownName\":\"a\\u0000b\"}",
        "{\"name\":\"max\",\"role\":\"AGENT\",\"shownName\":{}}",
        "null",
        "[]"
      })
  void whatCannotBeIsRefused(String json) {
    assertThat(stage.post(LEAD, PATH, json).status()).isEqualTo(400);
    assertThat(desks.database.rows("SELECT COUNT(*) FROM account")).containsExactly("2");
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, true", "40, true", "41, false"})
  void aNameHasALengthOnBothSides(int length, boolean fits) {
    String json = "{\"name\":\"%s\",\"role\":\"AGENT\"}".formatted("a".repeat(length));
    assertThat(stage.post(LEAD, PATH, json).status()).isEqualTo(fits ? 201 : 400);
  }

  @ParameterizedTest
  @CsvSource({"80, true", "81, false"})
  void aShownNameHasALength(int length, boolean fits) {
    String json = "{\"shownName\":\"%s\"}".formatted("Ä".repeat(length));
    assertThat(change("erika", json).status()).isEqualTo(fits ? 200 : 400);
  }

  @Test
  void disablingEndsEverySessionAndEnablingBringsNoneBack() {
    Begun session = login("erika", Desks.PASSWORD);
    before = desks.newest();
    Answer out = change("erika", "{\"disabled\":true}");
    assertThat(out.member("disabledAt")).as(out.body()).isEqualTo("2021-01-12T08:00:00Z");
    assertThat(desks.login.live(session.token())).isEmpty();
    assertThat(change("erika", "{\"disabled\":true}").status()).isEqualTo(200);
    assertThat(change("erika", "{\"disabled\":false}").member("disabledAt")).isNull();
    assertThat(desks.login.live(session.token())).isEmpty();
    assertThat(desks.audited(before))
        .isEqualTo("@leitung ACCOUNT_DISABLED erika 1;@leitung ACCOUNT_ENABLED erika 1");
    login("erika", Desks.PASSWORD);
  }

  @Test
  void nameAndRoleChangeAndWhatIsLeftOutStays() {
    Answer named = change("erika", "{\"shownName\":\" Erika Muster \"}");
    assertThat(named.json())
        .containsEntry("shownName", "Erika Muster")
        .containsEntry("role", "AGENT")
        .containsEntry("mustChange", false);
    assertThat(change("erika", "{\"role\":\"SUPERVISOR\"}").json())
        .containsEntry("shownName", "Erika Muster")
        .containsEntry("role", "SUPERVISOR");
    assertThat(desks.audited(before))
        .isEqualTo("@leitung ACCOUNT_NAMED erika 1;@leitung ACCOUNT_IS_SUPERVISOR erika 1");
  }

  @Test
  void aNewFirstPasswordEndsSessionsAndLocks() {
    Begun session = login("erika", Desks.PASSWORD);
    desks.database.execute(
        "INSERT INTO login_attempt VALUES (UNHEX(SHA2('erika', 256)), 9, '2021-01-13', 0, NOW())");
    Answer renewed = change("erika", "{\"newPassword\":true}");
    assertThat(desks.login.live(session.token())).isEmpty();
    assertThat(renewed.member("mustChange")).isEqualTo(true);
    login("erika", String.valueOf(renewed.member("firstPassword")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"disabled\":true}", "{\"role\":\"AGENT\"}", "{\"newPassword\":true}"})
  void nobodyLocksThemselvesOut(String json) {
    assertThat(change("leitung", json).problem()).isEqualTo("own-account");
    assertThat(change("leitung", "{\"shownName\":\"Leitung\"}").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "ERIKA", "x%27%20OR%201=1"})
  void otherNamesAreNotThere(String name) {
    assertThat(change(name, "{\"disabled\":true}").status()).isEqualTo(404);
  }

  @Test
  void comesInPages() {
    Answer first = stage.get(LEAD, PATH + "?size=1");
    assertThat((List<?>) first.member("items")).hasSize(1);
    Answer second = stage.get(LEAD, PATH + "?size=1&after=" + first.member("next"));
    assertThat(second.body()).contains("leitung");
    assertThat(second.member("next")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"AGENT, GET", "BOOKING, GET", "AGENT, POST"})
  void othersDoNotSeeOrChangeThem(Role role, String method) {
    ApiClient client = new ApiClient("@other", role);
    assertThat(stage.send(client, method, PATH, null, Map.of()).status()).isEqualTo(403);
  }
}
