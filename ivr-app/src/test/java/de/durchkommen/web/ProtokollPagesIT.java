package de.durchkommen.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import de.durchkommen.launch.RunningApplication;
import de.durchkommen.launch.UsesApplication;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The audit in a real browser. */
@UsesApplication
@ExtendWith(Browser.Shared.class)
class ProtokollPagesIT {
  private static final String PAGE = "/leitung/protokoll";
  private static final String EVIL = "<img src=x onerror=alert(1)>";

  private final RunningApplication application;
  private final Window window;

  ProtokollPagesIT(RunningApplication application, Browser browser) {
    this.application = application;
    this.window = browser.window();
  }

  @BeforeEach
  void open() throws Exception {
    try (Connection connection = application.database();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO audit_event (at, channel, actor, action, subject, count, reference) VALUES"
              + " (UTC_TIMESTAMP(3), 'API', '@probe', 'SUPPLY_PLANNED', '"
              + EVIL
              + "', 7, '=1+1')");
    }
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
  void whatWasDoneIsFoundAndSaved() throws Exception {
    at("wer").fill("probe");
    at("wer").press("Enter");
    assertThat(at("treffer-titel")).isFocused();
    assertThat(at("zeilen").locator("tr").first()).containsText("Lieferung geplant");
    assertThat(at("zeilen").locator("tr").first()).containsText(EVIL);
    assertThat(at("zeilen").locator("img")).hasCount(0);
    Download file = window.page().waitForDownload(() -> at("csv").click());
    assertThat(Files.readString(file.path())).contains(EVIL, "'=1+1");
    assertThat(window.barriers()).isEmpty();
    window.shot("protokoll");
    at("wer").fill("niemand-da");
    at("wer").press("Enter");
    assertThat(at("treffer-stand")).containsText("Nichts gefunden");
  }
}
