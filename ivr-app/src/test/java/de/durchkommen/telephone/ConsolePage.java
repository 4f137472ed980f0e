package de.durchkommen.telephone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import de.durchkommen.telephone.HotlineUnderTest.Said;
import de.durchkommen.web.Browser;
import de.durchkommen.web.LoginPage;
import de.durchkommen.web.Window;
import java.io.IOException;
import java.net.URI;

/** The console of a new supervisor in a browser of a big screen. */
final class ConsolePage implements AutoCloseable {
  private static final String CHOSEN = "vier alte Pferde";
  private static final URI SITE = URI.create(HotlineUnderTest.API).resolve("/");
  private static final int WIDTH = 1920;
  private static final int HEIGHT = 1080;

  private final String name;
  private final Window window;

  private ConsolePage(String name, Window window) {
    this.name = name;
    this.window = window;
  }

  /** Somebody who has logged in, at the overview. */
  static ConsolePage of(Browser browser, String name) throws IOException, InterruptedException {
    Said added = HotlineUnderTest.account(name, "--role", "supervisor", "--shown", "Ines Muster");
    assertThat(added.exitCode()).as(added.words()).isZero();
    String password =
        added
            .words()
            .lines()
            .filter(line -> line.matches("([a-z2-9]{4}-){3}[a-z2-9]{4}"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(added.words()));
    ConsolePage page = new ConsolePage(name, browser.window(WIDTH, HEIGHT));
    page.window.page().navigate(SITE.resolve("leitung").toString());
    new LoginPage(page.window).logIn(name, password).choose(CHOSEN);
    page.window.page().waitForURL("**/leitung");
    page.isOpen();
    return page;
  }

  void isOpen() {
    assertThat(window.page().locator("html")).hasAttribute("data-live", "open");
  }

  /** Goes to another of its pages. */
  void goes(String path) {
    window.page().navigate(SITE.resolve(path).toString());
    isOpen();
  }

  Locator at(String id) {
    return window.page().locator("#" + id);
  }

  /** Nothing is beside the window, and everybody can use it. */
  void looksWell(String shot) {
    assertThat(window.overhang()).as("%s: beside the window", shot).isZero();
    window.shot("leitung-" + shot);
    assertThat(window.barriers()).as(shot).isEmpty();
  }

  @Override
  public void close() throws IOException {
    try {
      assertThat(window.complaints()).isEmpty();
    } finally {
      window.close();
      try {
        HotlineUnderTest.launcher("account", "disable", name);
      } catch (InterruptedException impatient) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
