package de.durchkommen.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import de.durchkommen.launch.RunningApplication;
import de.durchkommen.launch.UsesApplication;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Urgent announcements in a real browser, without telephones. */
@UsesApplication
@ExtendWith(Browser.Shared.class)
class AnsagenPagesIT {
  private static final String PATH = "/leitung/ansagen";
  private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

  private final RunningApplication application;
  private final Browser browser;
  private final Window window;

  AnsagenPagesIT(RunningApplication application, Browser browser) {
    this.application = application;
    this.browser = browser;
    this.window = browser.window();
  }

  @BeforeEach
  void open() throws Exception {
    loggedIn(window, Person.settled(application, "supervisor"));
  }

  /** Whatever a test did, nothing was forbidden by the policy and no script failed. */
  @AfterEach
  void nothingToComplainOf() {
    assertThat(window.complaints()).isEmpty();
    window.close();
  }

  private static void loggedIn(Window in, Person person) {
    LoginPage.before(in, PATH).logIn(person.name(), person.password());
    in.at(PATH);
    assertThat(in.page().locator("html")).hasAttribute("data-live", "open");
    assertThat(in.page().locator("#text-de")).isVisible();
  }

  private Locator at(String id) {
    return window.page().locator("#" + id);
  }

  private static String inHours(int hours) {
    return ZonedDateTime.now(ZoneId.of("Europe/Berlin")).plusHours(hours).format(FIELD);
  }

  /** A draft that ends in two hours; returns its number. */
  private String draft(String name) {
    at("name").fill(name);
    at("bis").fill(inHours(2));
    at("text-de").fill("Heute bis 22 Uhr.");
    at("warum").fill("Andrang");
    at("warum").press("Enter");
    Locator item = window.page().locator("#entwuerfe > li").filter(containing(name));
    assertThat(item).isVisible();
    return String.valueOf(item.getAttribute("id")).replace("ansage-", "");
  }

  private static Locator.FilterOptions containing(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  private static String unique(String name) {
    return name + " " + UUID.randomUUID().toString().substring(0, 8);
  }

  private void looksWell(String shot) {
    assertThat(window.overhang()).as("%s: beside the window", shot).isZero();
    assertThat(window.barriers()).as(shot).isEmpty();
    window.shot("ansagen-" + shot);
  }

  /** Written, listened to, sent and withdrawn, by keyboard and with one click. */
  @Test
  void oneIsWrittenHeardSentAndWithdrawn() {
    String name = unique("Bis zehn <b>heute</b>");
    String id = draft(name);
    assertThat(at("ansage-" + id)).containsText("Türkisch");
    assertThat(at("ansage-" + id)).containsText("hört diese Ansage nicht");
    looksWell("entwurf");

    at("senden-" + id).press("Enter");
    assertThat(at("senden-warum")).isFocused();
    assertThat(at("senden-folgen")).containsText("Ab sofort für alle, die anrufen");
    assertThat(at("senden-fehlt")).containsText("Türkisch");
    assertThat(at("senden-sprachen")).containsText("Sekunden");
    at("senden-warum").fill("Andrang");
    at("senden-warum").press("Enter");
    assertThat(at("senden-fehler")).containsText("anhören: Deutsch");
    looksWell("senden");

    at("probe-de").click();
    assertThat(at("gehoert-de")).hasText(", angehört");
    at("senden-warum").press("Enter");
    assertThat(at("jetzt-titel")).isFocused();
    assertThat(at("jetzt")).containsText(name);
    looksWell("jetzt");

    at("zurueck-" + id).click();
    assertThat(at("entwuerfe-titel")).isFocused();
    assertThat(at("jetzt")).not().containsText(name);
    assertThat(at("ansage-" + id)).containsText("Zurückgezogen");
    assertThat(at("senden-" + id)).hasText("Wieder senden …");
  }

  /** What cannot be is told beside its field, and how long words take while they are typed. */
  @Test
  void whatCannotBeIsToldBesideItsField() {
    at("text-de").fill("Heute <laut>");
    at("warum").press("Enter");
    assertThat(at("name")).isFocused();
    assertThat(at("bis-fehler")).hasText("Bitte sagen Sie, bis wann das gilt.");
    assertThat(at("text-de-fehler")).containsText("Zeichen");
    assertThat(at("warum-fehler")).isVisible();
    looksWell("fehler");
    at("text-de").fill("Heute bis 22 Uhr.");
    assertThat(at("text-de-laenge")).containsText("von höchstens 45 Sekunden");
    at("name").fill(unique("Gestern"));
    at("bis").fill(inHours(-2));
    at("warum").fill("Probe");
    at("warum").press("Enter");
    assertThat(at("ansage-fehler")).containsText("in der Zukunft");
  }

  /** The second of two is told what is there now, and what they wrote is not lost. */
  @Test
  void whoWasSlowerIsTold() throws Exception {
    String id = draft(unique("Zwei"));
    try (Window other = browser.window()) {
      loggedIn(other, Person.settled(application, "supervisor"));
      other.page().locator("#aendern-" + id).click();
      other.page().locator("#text-de").fill("Heute bis 23 Uhr.");
      other.page().locator("#warum").fill("Noch länger");
      at("aendern-" + id).click();
      at("text-de").fill("Heute bis 21 Uhr.");
      at("warum").fill("Doch kürzer");
      other.page().locator("#warum").press("Enter");
      assertThat(other.page().locator("#ansage-" + id)).containsText("23 Uhr");
      at("warum").press("Enter");
      assertThat(at("konflikt")).isFocused();
      assertThat(at("konflikt")).containsText("Heute bis 23 Uhr.");
      assertThat(at("text-de")).hasValue("Heute bis 21 Uhr.");
      looksWell("konflikt");
      at("warum").press("Enter");
      assertThat(at("ansage-" + id)).containsText("21 Uhr");
      assertThat(other.complaints()).isEmpty();
    }
  }

  @Test
  void itIsForEveryWindow() {
    draft(unique("Schmal"));
    for (int[] size : new int[][] {{375, 667}, {1280, 720}, {1920, 1080}}) {
      window.page().setViewportSize(size[0], size[1]);
      window.open(PATH);
      assertThat(at("text-ar")).isVisible();
      assertThat(at("entwuerfe")).containsText("Schmal");
      looksWell(String.valueOf(size[0]));
    }
  }
}
