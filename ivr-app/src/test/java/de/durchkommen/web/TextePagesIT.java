package de.durchkommen.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import de.durchkommen.launch.RunningApplication;
import de.durchkommen.launch.UsesApplication;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Texts and recordings in a real browser, without telephones. */
@UsesApplication
@ExtendWith(Browser.Shared.class)
class TextePagesIT {
  private static final String PAGE = "/leitung/texte";

  /** What can be wrong with a sound that was heard. */
  private static final Pattern HEARD =
      Pattern.compile("gesprochen|abgeschnitten|Stille|Rauschen|Lautheit|übersteuert|zu hören");

  private static final Pattern SOUNDED = Pattern.compile("[0-9.]+");

  private final RunningApplication application;
  private final Browser browser;
  private final Window window;

  TextePagesIT(RunningApplication application, Browser browser) {
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

  private static void opened(Window in, String id) {
    at(in, "suche-worte").fill(id);
    in.page().locator("#liste button[data-id='" + id + "']").click();
    assertThat(at(in, "satz-titel")).containsText(id);
    assertThat(at(in, "fassungen")).containsText("Wie ausgeliefert");
  }

  private static void kept(Window in, String text, String why) {
    at(in, "entwurf-text").fill(text);
    at(in, "entwurf-warum").fill(why);
    at(in, "entwurf-warum").press("Enter");
    assertThat(at(in, "fassungen")).containsText(why);
  }

  private static void published(Window in, String why) {
    Locator version =
        in.page()
            .locator("#fassungen li")
            .filter(new Locator.FilterOptions().setHasText(why))
            .first();
    version.getByText("Veröffentlichen …").click();
    assertThat(at(in, "vorschau")).isVisible();
    at(in, "kraft-warum").press("Enter");
  }

  @Test
  void aTextIsSearchedWrittenHeardPublishedAndTakenBack() {
    at("suche-worte").fill("Diese Taste hat hier keine");
    assertThat(at("liste-stand")).containsText("1 Text");
    Locator found = window.page().locator("#liste button").first();
    found.click();
    assertThat(found).hasAttribute("aria-current", "true");
    assertThat(at("satz-titel")).isFocused();
    assertThat(at("deutsch")).containsText("keine Bedeutung");
    assertThat(at("entwurf-pruefung")).containsText("Das kann so gesagt werden");
    kept(window, "Diese Taste tut hier nichts.", "Kürzer");
    assertThat(window.page().locator("html")).hasAttribute("data-played", SOUNDED);
    assertThat(at("in-kraft")).containsText("wie er ausgeliefert wurde");
    window.shot("texte-fassung");
    published(window, "Kürzer");
    assertThat(at("in-kraft")).containsText("Kürzer");
    assertThat(at("deutsch")).containsText("Diese Taste tut hier nichts.");
    assertThat(window.barriers()).isEmpty();
    at("suche-worte").fill("");
    at("suche-anders").check();
    assertThat(at("liste")).containsText("tut hier nichts");
    at("rueckgaengig").click();
    assertThat(at("deutsch")).containsText("keine Bedeutung");
    assertThat(at("in-kraft")).containsText("Rückgängig");
  }

  @Test
  void placeholdersAreCheckedWhileTheTextIsWritten() {
    opened(window, "offer.no-later");
    Locator text = at("entwurf-text");
    text.fill("An keinem späteren Tag ist dort etwas frei.");
    assertThat(at("entwurf-pruefung")).containsText("Die Platzhalter stimmen nicht");
    assertThat(at("entwurf-platzhalter")).containsText("{centre} ein Name oder Wort – fehlt");
    window.shot("texte-platzhalter");
    assertThat(window.barriers()).isEmpty();
    at("entwurf-platzhalter").locator("button").click();
    assertThat(text).hasValue("An keinem späteren Tag ist dort etwas frei.{centre}");
    assertThat(at("entwurf-pruefung")).containsText("Das kann so gesagt werden");
    text.fill("In {centre ist nichts frei.");
    assertThat(at("entwurf-pruefung")).containsText("geschweiften Klammern");
    text.fill("In {centre} <script>alert(1)</script>");
    assertThat(at("entwurf-pruefung")).containsText("kann niemand sagen");
    assertThat(at("aufnahme-text")).containsText("nicht am Stück aufgenommen");
    at("entwurf-zurueck").click();
    assertThat(at("entwurf-pruefung")).containsText("Das kann so gesagt werden");
  }

  /** Of two who publish the second is told what is said now, and nothing is lost of either. */
  @Test
  void whoWasSlowerIsToldWhatIsSaidNow() throws Exception {
    opened(window, "entry.cleared");
    kept(window, "Alles gelöscht.", "Deutlicher");
    try (Window other = browser.window()) {
      loggedIn(other);
      opened(other, "entry.cleared");
      kept(other, "Ist gelöscht.", "Ganzer Satz");
      published(other, "Ganzer Satz");
      assertThat(at(other, "in-kraft")).containsText("Ganzer Satz");
    }
    published(window, "Deutlicher");
    assertThat(at("konflikt")).isFocused();
    assertThat(at("konflikt")).containsText("Ist gelöscht.");
    window.shot("texte-konflikt");
    assertThat(window.barriers()).isEmpty();
    assertThat(at("fassungen")).containsText("Deutlicher");
    published(window, "Deutlicher");
    assertThat(at("in-kraft")).containsText("Deutlicher");
  }

  /** The microphone of the test beeps for a moment, which is no sentence. */
  @Test
  void whatIsRecordedIsCheckedAndRefusedInWords() {
    opened(window, "person.nobody");
    at("aufnehmen").click();
    assertThat(at("aufnahme-stand")).containsText("aufgenommen");
    window.page().waitForTimeout(1_500);
    at("aufnehmen").click();
    Locator wrong = at("aufnahme-fehler");
    assertThat(wrong).isFocused();
    assertThat(wrong).containsText(HEARD);
    assertThat(wrong.textContent()).doesNotContain("keine WAV", "Abtastrate", "PCM");
    window.shot("texte-aufnahme");
    assertThat(window.barriers()).isEmpty();
    at("datei")
        .setInputFiles(
            new FilePayload("x.wav", "audio/wav", "kein Ton".getBytes(StandardCharsets.UTF_8)));
    assertThat(wrong).containsText("keine WAV-Datei");
    assertThat(at("fassungen").locator("li")).hasCount(1);
  }
}
