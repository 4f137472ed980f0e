package de.durchkommen.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import de.durchkommen.launch.RunningApplication;
import de.durchkommen.launch.UsesApplication;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Planning in a real browser. */
@UsesApplication
@ExtendWith(Browser.Shared.class)
class PlanungPagesIT {
  private static final String PAGE = "/leitung/planung";

  private final RunningApplication application;
  private final Window window;

  PlanungPagesIT(RunningApplication application, Browser browser) {
    this.application = application;
    this.window = browser.window();
  }

  @BeforeEach
  void open() throws Exception {
    Person person = Person.settled(application, "supervisor");
    LoginPage.before(window, PAGE).logIn(person.name(), person.password());
    window.at(PAGE);
    assertThat(window.page().locator("html")).hasAttribute("data-live", "open");
  }

  /** Whatever a test did, nothing was forbidden by the policy and no script failed. */
  @AfterEach
  void nothingToComplainOf() {
    assertThat(window.complaints()).isEmpty();
    window.close();
  }

  private Locator at(String id) {
    return window.page().locator("#" + id);
  }

  @Test
  void aGoalHasANumberAndTheNumberKeepsIt() {
    at("anrufe").fill("600");
    at("anrufe").press("Enter");
    assertThat(at("ergebnis-titel")).isFocused();
    int agents = Integer.parseInt(at("ergebnis").locator(".figure").textContent());
    // 40 erlangs: a few more than that.
    assertThat(agents).isBetween(36, 50);
    assertThat(at("ergebnis")).containsText("kommen rechtzeitig dran");
    at("da").fill(String.valueOf(agents / 2));
    at("da").press("Enter");
    assertThat(at("umgekehrt-ergebnis")).containsText("legen vorher auf");
    assertThat(window.barriers()).isEmpty();
    window.shot("planung");
  }

  @Test
  void whatIsNoNumberIsToldBesideItsField() {
    at("anrufe").fill("viele");
    at("ziel").fill("101");
    at("ziel").press("Enter");
    assertThat(at("anrufe-fehler")).containsText("Bitte eine Zahl von 0 bis 100.000");
    assertThat(at("ziel-fehler")).containsText("Bitte eine Zahl von 0 bis 100.");
    assertThat(window.barriers()).isEmpty();
  }

  @Test
  void todayIsATableAndAFile() throws Exception {
    at("heutige").click();
    assertThat(at("heutige-worte")).not().isEmpty();
    at("tag-rechnen").click();
    assertThat(at("tag-zeilen").locator("tr").first()).isVisible();
    Download file = window.page().waitForDownload(() -> at("tag-csv").click());
    assertThat(file.suggestedFilename()).isEqualTo("planung.csv");
    assertThat(Files.readString(file.path())).contains("Stunde;Anrufe;gebraucht");
    assertThat(window.barriers()).isEmpty();
  }
}
