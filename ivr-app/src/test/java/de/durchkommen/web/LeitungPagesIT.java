package de.durchkommen.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import de.durchkommen.launch.RunningApplication;
import de.durchkommen.launch.UsesApplication;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The supervisors' console in a real browser, without telephones. */
@UsesApplication
@ExtendWith(Browser.Shared.class)
class LeitungPagesIT {
  private static final List<String> PAGES =
      List.of(
          "/leitung",
          "/leitung/warteschlangen",
          "/leitung/plaetze",
          "/leitung/texte",
          "/leitung/ansagen",
          "/leitung/anrufe",
          "/leitung/zentren",
          "/leitung/planung",
          "/leitung/protokoll");

  private final RunningApplication application;
  private final Browser browser;
  private final Window window;

  LeitungPagesIT(RunningApplication application, Browser browser) {
    this.application = application;
    this.browser = browser;
    this.window = browser.window();
  }

  /** Whatever a test did, nothing was forbidden by the policy and no script failed. */
  @AfterEach
  void nothingToComplainOf() {
    assertThat(window.complaints()).isEmpty();
    window.close();
  }

  private static void loggedIn(Window in, Person person, String path) {
    LoginPage.before(in, path).logIn(person.name(), person.password());
    in.at(path);
    assertThat(in.page().locator("html")).hasAttribute("data-live", "open");
  }

  private Locator at(String id) {
    return window.page().locator("#" + id);
  }

  /** Not even by typing the address; what the pages ask for is refused as well. */
  @Test
  void agentsAreNotLetIn() throws Exception {
    Person erika = Person.settled(application, "agent");
    LoginPage.before(window, "/konto").logIn(erika.name(), erika.password());
    window.at("/konto");
    for (String path : PAGES) {
      assertThat(window.page().navigate(RunningApplication.url(path)).status()).isEqualTo(403);
    }
    Person.Session session = erika.session(application);
    for (String path :
        List.of(
            "wallboard",
            "wallboard/history",
            "agents",
            "agents/days/today",
            "queue/settings",
            "prompts",
            "announcements",
            "holidays")) {
      HttpResponse<String> refused = session.send("GET", "api/v1/" + path, null);
      assertThat(refused.statusCode()).as(path).isEqualTo(403);
    }
    HttpResponse<String> preview = session.send("POST", "api/v1/queue/settings/preview", "{}");
    assertThat(preview.statusCode()).isEqualTo(403);
  }

  @Test
  void eachPageIsForEverybody() throws Exception {
    Person max = Person.settled(application, "supervisor");
    loggedIn(window, max, "/leitung");
    for (String path : PAGES) {
      for (int[] size : new int[][] {{375, 667}, {1280, 720}, {1920, 1080}}) {
        window.page().setViewportSize(size[0], size[1]);
        window.open(path);
        assertThat(window.page().locator("html")).hasAttribute("data-live", "open");
        assertThat(window.overhang()).as("%s at %d pixels", path, size[0]).isZero();
        assertThat(window.barriers()).as("%s at %d pixels", path, size[0]).isEmpty();
        window.shot(path.substring(1).replace('/', '-') + "-" + size[0]);
      }
    }
  }

  /** Stock comes in by itself, what was is drawn, and can be read as a table. */
  @Test
  void theOverviewShowsWhatIsAndWhatWas() throws Exception {
    past();
    loggedIn(window, Person.settled(application, "supervisor"), "/leitung");
    assertThat(at("selbst-warten")).hasText("0");
    assertThat(at("vorrat-zeilen")).containsText("Kassel");
    assertThat(at("selbst-heute")).not().hasText("–");
    at("zeitraum-week").click();
    assertThat(at("bild").locator("canvas")).isVisible();
    at("tabelle-teil").locator("summary").click();
    assertThat(at("tabelle-zeilen")).containsText("4.711");
    Download file = window.page().waitForDownload(() -> at("verlauf-csv").click());
    assertThat(Files.readString(file.path())).contains("Zeit;Anrufe: Ansage", ";4711;");
    assertThat(window.barriers()).isEmpty();
    window.shot("leitung-woche");
  }

  /** A row of yesterday. */
  private void past() throws Exception {
    try (Connection connection = application.database();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "REPLACE INTO wallboard_span (at, queue, minutes, entered, put_through, in_time, measured,"
              + " abandoned, booked) VALUES (DATE_FORMAT(UTC_TIMESTAMP() - INTERVAL 24 HOUR,"
              + " '%Y-%m-%d %H:00'), 1, 15, 4711, 4000, 3000, 4200, 200, 3500)");
    }
  }

  /** Of two who change the same version the second is told, and nothing is lost of either. */
  @Test
  void whoWasSlowerIsToldWhatHasChanged() throws Exception {
    loggedIn(window, Person.settled(application, "supervisor"), "/leitung/warteschlangen");
    try (Window other = browser.window()) {
      loggedIn(other, Person.settled(application, "supervisor"), "/leitung/warteschlangen");
      Locator kept = at("behalten");
      assertThat(kept).not().hasValue("");
      kept.fill("33");
      Locator soonest = other.page().locator("#fruehestens");
      // Another value than a first try may have left.
      String calmer = "25".equals(soonest.inputValue()) ? "26" : "25";
      soonest.fill(calmer);
      soonest.press("Enter");
      other.page().locator("#grund-warum").fill("Ruhiger");
      other.page().locator("#grund-warum").press("Enter");
      assertThat(other.page().locator("#in-kraft")).containsText("Ruhiger");
      kept.press("Enter");
      assertThat(at("konflikt")).isFocused();
      assertThat(at("konflikt")).containsText("Position sagen, frühestens alle");
      assertThat(at("fruehestens")).hasValue(calmer);
      assertThat(kept).hasValue("33");
      assertThat(window.barriers()).isEmpty();
      window.shot("warteschlangen-konflikt");
      kept.press("Enter");
      assertThat(at("vorschau-aenderungen").getByRole(AriaRole.LISTITEM)).hasCount(1);
      List<String> undone = new ArrayList<>();
      window
          .page()
          .onRequest(request -> {
            if (request.url().endsWith("/queue/settings/undo")) {
              undone.add(request.method());
            }
          });
      List<Route> held = new ArrayList<>();
      window.page().route("**/queue/settings/versions*", held::add);
      at("grund-warum").fill("Länger behalten");
      at("grund-warum").press("Enter");
      assertThat(at("in-kraft")).containsText("Länger behalten");
      // Its list is still the one before: that one must not be taken back.
      at("rueckgaengig").click();
      held.forEach(Route::resume);
      window.page().unroute("**/queue/settings/versions*");
      assertThat(at("fassungen").getByRole(AriaRole.LISTITEM).first())
          .containsText("Länger behalten");
      at("rueckgaengig").click();
      assertThat(at("in-kraft")).containsText("Rückgängig");
      assertThat(at("fruehestens")).hasValue(calmer);
      assertThat(undone).containsExactly("POST");
      assertThat(other.complaints()).isEmpty();
    }
  }

  /** Music, ranges, hours of callbacks and groups: previewed, put in force, undone. */
  @Test
  void howThoseWhoWaitAreDealtWithIsChangedAndUndone() throws Exception {
    loggedIn(window, Person.settled(application, "supervisor"), "/leitung/warteschlangen");
    assertThat(at("dialoge")).not().hasValue("");
    at("musik").selectOption("TONE");
    at("stufe-1").uncheck();
    at("anrufen-von").fill("6");
    at("anrufen-bis").fill("19");
    at("anrufen-bis").press("Enter");
    assertThat(at("anrufen-von-fehler")).containsText("7:00");
    at("anrufen-von").fill("8:30");
    window.page().locator("#vorrang-teil summary").click();
    at("vorrang-7").selectOption("1");
    at("anrufen-von").press("Enter");
    assertThat(at("vorschau")).isVisible();
    assertThat(at("vorschau-aenderungen")).containsText("Stille mit leisem Ton");
    assertThat(at("vorschau-aenderungen")).containsText("08:30 bis 19:00 Uhr");
    assertThat(at("vorschau-aenderungen").locator("li")).hasCount(4);
    at("grund-warum").fill("Probe der Musik");
    at("grund-warum").press("Enter");
    assertThat(at("in-kraft")).containsText("Probe der Musik");
    assertThat(at("musik")).hasValue("TONE");
    assertThat(window.barriers()).isEmpty();
    window.shot("warteschlangen-musik");
    at("rueckgaengig").click();
    assertThat(at("in-kraft")).containsText("Rückgängig");
    assertThat(at("musik")).hasValue("MELODY");
    assertThat(at("anrufen-von")).hasValue("");
    assertThat(at("vorrang-7")).hasValue("7");
  }

  @Test
  void whatCannotBeIsToldBesideItsField() throws Exception {
    loggedIn(window, Person.settled(application, "supervisor"), "/leitung/warteschlangen");
    assertThat(at("dialoge")).not().hasValue("");
    at("dialoge").fill("0");
    at("woche-MONDAY").fill("20-8");
    at("woche-MONDAY").press("Enter");
    assertThat(at("dialoge-fehler")).hasText("Bitte eine Zahl von 1 bis 10.000.");
    assertThat(at("woche-MONDAY-fehler")).containsText("Bitte so");
    assertThat(at("dialoge")).isFocused();
    assertThat(window.barriers()).isEmpty();
    at("feiertage").click();
    assertThat(at("tage")).containsText("Neujahr");
    at("verwerfen").click();
    assertThat(at("tage")).not().containsText("Neujahr");
  }

  /** With account, telephone and languages at once; passwords are shown once. */
  @Test
  void anAgentIsMade() throws Exception {
    loggedIn(window, Person.settled(application, "supervisor"), "/leitung/plaetze");
    String name = "neu-" + UUID.randomUUID().toString().substring(0, 8);
    at("neu-name").fill(name);
    at("neu-gezeigt").fill("Nora <b>Neu</b>");
    at("neu-telefon").fill(name);
    at("neu-sprache-tr").check();
    at("neu-kenntnisse").fill("identity");
    at("neu-kenntnisse").press("Enter");
    assertThat(at("angelegt-fakten")).containsText("agent-" + name);
    assertThat(window.barriers()).isEmpty();
    at("angelegt-zu").click();
    assertThat(at("angelegt-fakten")).isEmpty();
    assertThat(at("liste")).containsText("Nora <b>Neu</b>");
    assertThat(at("liste")).containsText("Deutsch, Türkisch");
    at("pause-" + name).click(new Locator.ClickOptions().setForce(true));
    assertThat(at("liste-fehler")).containsText("wenn der Platz angemeldet ist");
    at("kann-" + name).click();
    at("kann-sprache-ru").check();
    at("kann").locator("button[type=submit]").click();
    assertThat(at("liste")).containsText("Deutsch, Russisch, Türkisch");
  }
}
