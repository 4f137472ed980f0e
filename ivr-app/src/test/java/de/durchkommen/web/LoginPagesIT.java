package de.durchkommen.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import de.durchkommen.launch.RunningApplication;
import de.durchkommen.launch.UsesApplication;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Login, account and what all pages have in common, in a real browser. */
@UsesApplication
@ExtendWith(Browser.Shared.class)
class LoginPagesIT {
  private static final String NEXT = "fünf junge Esel";

  private final RunningApplication application;
  private final Window window;

  LoginPagesIT(RunningApplication application, Browser browser) {
    this.application = application;
    this.window = browser.window();
  }

  /** Whatever a test did, nothing was forbidden by the policy and no script failed. */
  @AfterEach
  void nothingToComplainOf() {
    assertThat(window.complaints()).isEmpty();
    window.close();
  }

  private void loggedIn(Person person, String path) {
    LoginPage.before(window, path).logIn(person.name(), person.password());
    window.at(path);
    assertThat(window.page().locator("#abmelden")).isVisible();
  }

  private void types(String text) {
    window.page().keyboard().type(text);
  }

  private void presses(String... keys) {
    for (String key : keys) {
      window.page().keyboard().press(key);
    }
  }

  private void isFocused(String id) {
    assertThat(window.page().locator("#" + id)).isFocused();
  }

  @Test
  void fromTheFirstPasswordToTheLogoutByKeyboard() throws Exception {
    Person erika = Person.fresh(application, "agent");
    LoginPage.before(window, "/konto");
    assertThat(window.address()).isEqualTo("/anmelden?weiter=%2Fkonto");
    isFocused("name");
    types(erika.name());
    presses("Tab");
    types(erika.password());
    presses("Enter");
    isFocused("erstes-titel");
    presses("Tab");
    isFocused("neu");
    types(NEXT);
    presses("Tab", "Space");
    assertThat(window.page().locator("#neu")).hasAttribute("type", "text");
    presses("Space", "Tab");
    types(NEXT);
    presses("Enter");
    window.at("/konto");
    assertThat(window.page().locator(".who")).containsText("Erika Beispiel");
    presses("Tab");
    assertThat(window.page().locator(".skip")).isFocused();
    presses("Enter");
    isFocused("inhalt");
    presses("?");
    assertThat(window.page().getByText("Diese Hilfe zeigen")).isVisible();
    presses("Escape", "Tab", "Enter");
    window.at("/anmelden?grund=abgemeldet");
    assertThat(window.page().locator("#grund")).hasText("Sie sind abgemeldet.");
  }

  @Test
  void wrongPasswordsAreToldInWordsAndLockTheName() throws Exception {
    Person erika = Person.settled(application, "agent");
    LoginPage login = LoginPage.before(window, "/konto");
    login.logIn("", "").window();
    assertThat(window.page().locator("#name-fehler")).hasText("Bitte geben Sie Ihren Namen ein.");
    isFocused("name");
    for (int i = 0; i < 4; i++) {
      login.logIn(erika.name(), "falsch").complains("Name oder Passwort stimmt nicht.");
      isFocused("kennwort");
      assertThat(window.page().locator("#kennwort")).hasValue("");
    }
    login.logIn(erika.name(), "falsch").complains("Uhr können Sie es wieder versuchen.");
    assertThat(window.barriers()).isEmpty();
    window.shot("anmelden-gesperrt");
    login.logIn(erika.name(), erika.password()).complains("zu viele Passwörter");
  }

  @Test
  void afterTheLogoutThereIsNothingToGoBackTo() throws Exception {
    loggedIn(Person.settled(application, "agent"), "/konto");
    Page other = window.another();
    other.navigate(RunningApplication.url("/"));
    assertThat(other.locator("#abmelden")).isVisible();
    window.open("/");
    window.page().locator("#abmelden").click();
    window.at("/anmelden?grund=abgemeldet");
    window.page().goBack();
    window.page().waitForURL("**/anmelden**");
    assertThat(window.page().locator("body")).not().containsText("Erika");
    other.waitForURL("**/anmelden**");
  }

  @Test
  void anExpiredSessionLeadsToTheLoginAndBack() throws Exception {
    Person erika = Person.settled(application, "agent");
    loggedIn(erika, "/konto");
    ended(erika);
    window.page().getByLabel("Bisheriges Passwort").fill("x");
    new LoginPage(window).choose(NEXT);
    window.page().waitForURL("**/anmelden**");
    assertThat(window.address()).isEqualTo("/anmelden?weiter=%2Fkonto&grund=zeit");
    assertThat(window.page().locator("#grund")).containsText("Ihre Anmeldung ist zu Ende.");
    new LoginPage(window).logIn(erika.name(), erika.password());
    window.at("/konto");
    // No page that would notice by itself.
    window.page().navigate("about:blank");
    ended(erika);
    window.open("/");
    assertThat(window.address()).isEqualTo("/anmelden");
  }

  private void ended(Person person) throws Exception {
    try (Connection connection = application.database();
        Statement statement = connection.createStatement()) {
      int rows =
          statement.executeUpdate(
              "UPDATE account_session SET used_at = used_at - INTERVAL 1 DAY WHERE account ="
                  + " (SELECT id FROM account WHERE name = "
                  + person.sql()
                  + ")");
      assertThat(rows).isPositive();
    }
  }

  @Test
  void whoDoesNothingIsAskedBeforeTheSessionEnds() throws Exception {
    window.page().clock().install();
    loggedIn(Person.settled(application, "agent"), "/konto");
    window.page().clock().fastForward("28:10");
    assertThat(window.page().getByText("Sind Sie noch da?")).isVisible();
    assertThat(window.barriers()).isEmpty();
    window.shot("noch-da");
    presses("Enter");
    assertThat(window.page().getByText("Sind Sie noch da?")).not().isVisible();
    window
        .page()
        .waitForFunction(
            "() => Date.now() - Number(localStorage.getItem('durchkommen.benutzt')) < 60000");
    window.page().clock().fastForward("28:10");
    assertThat(window.page().getByText("Sind Sie noch da?")).isVisible();
    window.page().clock().fastForward("02:10");
    window.page().waitForURL("**/anmelden?weiter=%2Fkonto&grund=zeit");
  }

  @Test
  void aChangeWithoutTheTokenIsRefused() throws Exception {
    loggedIn(Person.settled(application, "agent"), "/konto");
    Object kind =
        window
            .page()
            .evaluate(
                "() => fetch('/api/v1/session', {method: 'DELETE'}).then(a => a.json()).then(p =>"
                    + " p.type)");
    assertThat(kind).isEqualTo("urn:durchkommen:problem:csrf");
    window.open("/konto");
    assertThat(window.page().locator("#abmelden")).isVisible();
  }

  @Test
  void noLoginLeadsToAnotherSite() throws Exception {
    Person erika = Person.settled(application, "agent");
    LoginPage.before(window, "/anmelden?weiter=%2F%2Fevil.example%2F")
        .logIn(erika.name(), erika.password());
    window.at("/platz");
    String[] others = {
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "javascript:alert(1)",
      "/%2Fevil.example",
      "/konto/../..//evil.example",
      " //evil.example",
      "/konto@evil.example",
      "/konto\t",
      "/konto#x",
      "\\\\evil.example",
      "/.evil.example",
      "/anmelden"
    };
    for (String other : others) {
      Object led =
          window
              .page()
              .evaluate("given => import('/web/onward.js').then(m => m.onward(given))", other);
      assertThat(led).as(other).isEqualTo("/");
      window
          .page()
          .navigate(
              RunningApplication.url(
                  "/anmelden?weiter="
                      + java.net.URLEncoder.encode(
                          other, java.nio.charset.StandardCharsets.UTF_8)));
      assertThat(window.address()).as(other).isEqualTo("/platz");
    }
  }

  @Test
  void thePasswordIsChangedInTheAccount() throws Exception {
    Person erika = Person.settled(application, "agent");
    loggedIn(erika, "/konto");
    window.page().getByLabel("Bisheriges Passwort").fill("falsch falsch");
    new LoginPage(window).choose(NEXT);
    assertThat(window.page().locator("#passwort-fehler"))
        .containsText("Das bisherige Passwort stimmt nicht.");
    assertThat(window.barriers()).isEmpty();
    window.page().getByLabel("Bisheriges Passwort").fill(erika.password());
    new LoginPage(window).choose(NEXT);
    assertThat(window.page().locator(".toast")).containsText("Ihr Passwort ist geändert.");
    window.shot("konto-geaendert");
    window.page().locator("#abmelden").click();
    window.at("/anmelden?grund=abgemeldet");
    new LoginPage(window).logIn(erika.name(), NEXT);
    window.at("/platz");
  }

  @Test
  void aBrokenConnectionIsToldAndComesBack() throws Exception {
    loggedIn(Person.settled(application, "agent"), "/platz");
    assertThat(window.page().locator("html")).hasAttribute("data-live", "open");
    window.page().route("**/api/v1/events**", route -> route.abort());
    window.page().reload();
    assertThat(window.page().locator(".banner")).containsText("Verbindung unterbrochen");
    assertThat(window.barriers()).isEmpty();
    window.shot("unterbrochen");
    window.page().unroute("**/api/v1/events**");
    assertThat(window.page().locator(".toast")).containsText("Die Verbindung ist wieder da.");
    assertThat(window.page().locator(".banner")).isEmpty();
  }

  @Test
  void everyPageIsForEverybody() throws Exception {
    looksWell("anmelden", "/anmelden", "#login");
    looksWell("nicht-gefunden", "/gibt-es-nicht", "h1");
    looksWell("stoerung", "/stoerung", "h1");
    looksWell("nicht-erlaubt", "/nicht-erlaubt", "h1");
    loggedIn(Person.settled(application, "agent"), "/konto");
    looksWell("konto", "/konto", "#abmelden");
    looksWell("platz", "/platz", "#abmelden");
    presses("?");
    assertThat(window.page().locator("dialog[open]")).isVisible();
    assertThat(window.barriers()).isEmpty();
    window.shot("hilfe");
  }

  @Test
  void theStartOfSupervisorsIsForEverybody() throws Exception {
    Person max = Person.settled(application, "supervisor");
    LoginPage.before(window, "/").logIn(max.name(), max.password());
    window.at("/leitung");
    looksWell("start-leitung", "/leitung", "#abmelden");
  }

  private void looksWell(String name, String path, String there) {
    for (int width : new int[] {375, 1280}) {
      window.page().setViewportSize(width, width == 375 ? 667 : 720);
      window.open(path);
      assertThat(window.page().locator(there).first()).isVisible();
      assertThat(window.overhang()).as("%s at %d pixels", path, width).isZero();
      assertThat(window.barriers()).as("%s at %d pixels", path, width).isEmpty();
      window.shot(name + "-" + width);
    }
  }

  @Test
  void aFirstPasswordThatIsNotGoodEnoughIsTold() throws Exception {
    Person erika = Person.fresh(application, "agent");
    LoginPage login = LoginPage.before(window, "/").logIn(erika.name(), erika.password());
    login.choose("kurz");
    assertThat(window.page().locator("#neu-fehler")).containsText("mindestens 10 Zeichen");
    assertThat(window.barriers()).isEmpty();
    window.shot("erstes-passwort");
    login.choose("passwort12345");
    assertThat(window.page().locator("#passwort-fehler")).isVisible();
    window.open("/konto");
    window.page().waitForURL("**/anmelden?weiter=%2Fkonto");
    assertThat(window.page().getByLabel("Bisheriges Passwort")).isVisible();
    window.page().getByLabel("Bisheriges Passwort").fill(erika.password());
    login.choose(NEXT);
    window.at("/konto");
  }
}
