package de.durchkommen.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import de.durchkommen.launch.RunningApplication;
import de.durchkommen.launch.UsesApplication;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The centres in a real browser, with the demo's seats. */
@UsesApplication
@ExtendWith(Browser.Shared.class)
class ZentrenPagesIT {
  private static final String PAGE = "/leitung/zentren";
  private static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");
  private static final Pattern SOME = Pattern.compile("von [0-9.]{3,} Plätzen");

  private final RunningApplication application;
  private final Browser browser;
  private final Window window;

  ZentrenPagesIT(RunningApplication application, Browser browser) {
    this.application = application;
    this.browser = browser;
    this.window = browser.window();
  }

  @BeforeEach
  void open() throws Exception {
    loggedIn(window);
  }

  /** Whatever a test did, nothing was forbidden by the policy and no script failed. */
  @AfterEach
  void nothingToComplainOf() {
    assertThat(window.complaints()).isEmpty();
    window.close();
  }

  private void loggedIn(Window in) throws Exception {
    Person person = Person.settled(application, "supervisor");
    LoginPage.before(in, PAGE).logIn(person.name(), person.password());
    in.at(PAGE);
    assertThat(in.page().locator("html")).hasAttribute("data-live", "open");
  }

  private static Locator at(Window in, String id) {
    return in.page().locator("#" + id);
  }

  private Locator at(String id) {
    return at(window, id);
  }

  private static void chosen(Window in, String centre) {
    at(in, "zentrum").selectOption(centre);
    assertThat(at(in, "name")).hasValue(Pattern.compile(centre, Pattern.CASE_INSENSITIVE));
  }

  @Test
  void howFullACentreIsIsDrawnAndTold() {
    chosen(window, "kassel");
    at("tage-anzahl").selectOption("84");
    assertThat(at("auslastung-worte")).containsText(SOME);
    assertThat(at("auslastung-bild").locator("canvas")).isVisible();
    at("auslastung-tabelle").locator("summary").click();
    assertThat(at("auslastung-zeilen").locator("tr")).hasCount(84);
    assertThat(window.barriers()).isEmpty();
    window.shot("zentren");
  }

  @Test
  void aDayIsClosedAndOpenAgain() {
    chosen(window, "fulda");
    String day = LocalDate.now(HESSEN).plusDays(9).toString();
    at("schliessen-tag").fill(day);
    at("schliessen-grund").fill("Wasserschaden");
    at("schliessen-grund").press("Enter");
    assertThat(at("folgen")).isVisible();
    assertThat(at("folgen-worte")).containsText("nichts mehr angeboten");
    assertThat(window.barriers()).isEmpty();
    window.shot("zentren-schliessen");
    at("wirklich-ja").click();
    Locator shut = window.page().locator("#zu-liste li[data-day='" + day + "']");
    assertThat(shut).containsText("Wasserschaden");
    shut.getByText("Wieder öffnen").click();
    assertThat(shut).hasCount(0);
  }

  @Test
  void wrongDaysAreToldBesideTheirFields() {
    at("schliessen-tag").fill("2020-01-01");
    at("schliessen-grund").fill("");
    at("schliessen-grund").press("Enter");
    assertThat(at("schliessen-tag-fehler")).containsText("späteren Tag");
    assertThat(at("schliessen-grund-fehler")).containsText("warum");
    assertThat(window.barriers()).isEmpty();
  }

  /** Of two who change the same centre the second is told, and nothing of the first is lost. */
  @Test
  void whoWasSlowerIsTold() throws Exception {
    chosen(window, "wiesbaden");
    try (Window other = browser.window()) {
      loggedIn(other);
      chosen(other, "wiesbaden");
      at(other, "linien").fill("7");
      at(other, "linien").press("Enter");
      assertThat(other.page().locator(".toast")).containsText("Gespeichert");
    }
    at("dauer").fill("20");
    at("dauer").press("Enter");
    assertThat(at("angaben-fehler")).isFocused();
    assertThat(at("angaben-fehler")).containsText("inzwischen geändert");
    assertThat(at("linien")).hasValue("7");
    window.shot("zentren-konflikt");
    at("dauer").fill("20");
    at("dauer").press("Enter");
    assertThat(at("angaben-fehler")).isHidden();
    assertThat(at("dauer")).hasValue("20");
    assertThat(at("linien")).hasValue("7");
  }

  @Test
  void aDeliveryIsPlanned() {
    at("woche").fill(LocalDate.now(HESSEN).plusWeeks(30).toString());
    assertThat(at("lieferung-anteile")).containsText("noch nichts geplant");
    at("dosen").fill("1.200");
    at("dosen").press("Enter");
    assertThat(at("lieferung-anteile")).containsText("600 Menschen");
    at("dosen").fill("viele");
    at("dosen").press("Enter");
    assertThat(at("dosen-fehler")).containsText("Bitte eine Zahl");
  }
}
