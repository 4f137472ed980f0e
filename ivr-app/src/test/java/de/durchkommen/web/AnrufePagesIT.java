package de.durchkommen.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import de.durchkommen.launch.RunningApplication;
import de.durchkommen.launch.UsesApplication;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happened to calls, in a real browser; {@code LeitungIT} has it of a real call. */
@UsesApplication
@ExtendWith(Browser.Shared.class)
class AnrufePagesIT {
  private static final String PAGE = "/leitung/anrufe";

  /** Whose day the page shows; the database's own day is another one for an hour or two. */
  private static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");

  private static final String CALLER = "0123456789abcdef0123456789abcdef";

  private final RunningApplication application;
  private final Window window;

  AnrufePagesIT(RunningApplication application, Browser browser) {
    this.application = application;
    this.window = browser.window();
  }

  @BeforeEach
  void open() throws Exception {
    try (Connection connection = application.database();
        Statement rows = connection.createStatement()) {
      rows.executeUpdate("DELETE FROM journey");
      rows.executeUpdate("DELETE FROM journey_loss");
      add(
          rows,
          "probe-1",
          "BOOKED",
          "booking.booked",
          "0 S 1 welcome\n1jk A 1 code.ask\n3e8 K 1 \n");
      add(
          rows,
          "probe-2",
          "HUNG_UP",
          "code.ask",
          "0 S 1 welcome\n20 W 1 \n30 S 7 queue.position\n90 T 1 \nff A 1 code.ask\n");
      rows.executeUpdate(
          """
          INSERT INTO journey_loss (day, language, prompt, reached, lost)
          VALUES ('%1$s', 'de', '', 2, 1), ('%1$s', 'de', 'welcome', 2, 0),
            ('%1$s', 'de', 'code.ask', 2, 1)
          """
              .formatted(LocalDate.now(HESSEN)));
    }
    Person person = Person.settled(application, "supervisor");
    LoginPage.before(window, PAGE).logIn(person.name(), person.password());
    window.at(PAGE);
    assertThat(window.page().locator("html")).hasAttribute("data-live", "open");
  }

  private static void add(Statement rows, String call, String outcome, String last, String steps)
      throws SQLException {
    rows.executeUpdate(
        "INSERT INTO journey (call_id, caller, script, language, begun_at, ended_at, waited_ms,"
            + " outcome, last_prompt, steps) VALUES ('%s', UNHEX('%s'), 'call', 'de',"
                .formatted(call, CALLER)
            + " UTC_TIMESTAMP(3) - INTERVAL 2 MINUTE, UTC_TIMESTAMP(3), 61000, '%s', '%s', '%s')"
                .formatted(outcome, last, steps));
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

  /** From where most give up to one call of them, with the keyboard. */
  @Test
  void whereCallersGiveUpLeadsToTheirCalls() throws Exception {
    assertThat(at("verlust-worte")).containsText("Von 2 Anrufen wurde 1 aufgelegt");
    assertThat(at("verlust-zeilen").locator("tr")).hasCount(1);
    Locator calls = at("verlust-zeilen").locator("button");
    calls.focus();
    calls.press("Enter");
    assertThat(at("treffer-titel")).isFocused();
    assertThat(at("nur")).isVisible();
    assertThat(at("zeilen").locator("tr")).hasCount(1);
    assertThat(at("zeilen")).containsText("aufgelegt");
    at("zeilen").locator("button").press("Enter");
    assertThat(at("anruf-titel")).isFocused();
    assertThat(at("anruf-weg")).containsText("Ist an der Reihe");
    assertThat(at("anruf-weg")).containsText("(7-mal)");
    assertThat(at("anruf-daten")).containsText("1:01 Minuten");
    assertThat(window.barriers()).isEmpty();
    window.shot("anrufe");
    at("gleiche").click();
    assertThat(at("zeilen").locator("tr")).hasCount(2);
    Download file = window.page().waitForDownload(() -> at("csv").click());
    assertThat(Files.readString(file.path())).contains("probe-1", "Termine gebucht");
  }

  @Test
  void aNumberIsLookedForAndThatIsInTheAudit() throws Exception {
    at("nummer").fill("keine");
    at("nummer").press("Enter");
    assertThat(at("nummer-fehler")).containsText("Bitte eine Telefonnummer");
    at("nummer").fill("0611 7654321");
    at("nummer").press("Enter");
    assertThat(at("treffer-stand")).containsText("Nichts gefunden");
    try (Connection connection = application.database();
        Statement rows = connection.createStatement();
        var found =
            rows.executeQuery(
                "SELECT COUNT(*) FROM audit_event WHERE action = 'CALLS_SEARCHED_BY_NUMBER'")) {
      assertThat(found.next()).isTrue();
      assertThat(found.getInt(1)).isPositive();
    }
    window.page().navigate(RunningApplication.url("/leitung/protokoll"));
    assertThat(at("zeilen").locator("tr").first()).containsText("Anrufe nach Nummer gesucht");
  }
}
