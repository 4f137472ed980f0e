package de.durchkommen.telephone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.durchkommen.telephone.HotlineUnderTest.Said;
import de.durchkommen.web.Browser;
import de.durchkommen.web.LoginPage;
import de.durchkommen.web.Window;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/** The desk of somebody new in a browser, with a telephone that rings until they answer. */
final class DeskPage implements AutoCloseable {
  private static final String CHOSEN = "vier alte Pferde";
  private static final URI SITE = URI.create(HotlineUnderTest.API).resolve("/");

  /** Notes when the desk shows who calls. */
  private static final String WATCH =
      """
      () => {
        const look = () => {
          const rings = document.querySelector('main').dataset.platz === 'RINGING';
          if (rings && window.poppedAt === undefined) {
            window.poppedAt = Date.now();
          }
          if (rings && document.querySelector('#person-fakten:not([hidden])')) {
            window.toldAt ??= Date.now();
          }
        };
        new MutationObserver(look).observe(document.querySelector('main'),
            {subtree: true, childList: true, attributes: true});
      }
      """;

  private final String name;
  private final Talker phone;
  private final Window window;

  private DeskPage(String name, Talker phone, Window window) {
    this.name = name;
    this.phone = phone;
    this.window = window;
  }

  /**
   * Somebody who has logged in and is at no telephone yet.
   *
   * @param first how their name begins; a test that is tried once more has somebody else, for it
   *     may have left the first one amid a talk
   */
  static DeskPage of(HotlineUnderTest hotline, Browser browser, String first, int tone)
      throws IOException, InterruptedException {
    String name = first + "-" + UUID.randomUUID().toString().substring(0, 4);
    Said added = HotlineUnderTest.account(name, "--role", "agent", "--shown", "Erika Beispiel");
    assertThat(added.exitCode()).as(added.words()).isZero();
    Talker phone = Talker.ringing(hotline, name, tone);
    DeskPage desk = new DeskPage(name, phone, browser.window());
    desk.page().navigate(SITE.resolve("platz").toString());
    new LoginPage(desk.window).logIn(name, password(added.words())).choose(CHOSEN);
    desk.page().waitForURL("**/platz");
    desk.isOpen();
    return desk;
  }

  private static String password(String words) {
    return words
        .lines()
        .filter(line -> line.matches("([a-z2-9]{4}-){3}[a-z2-9]{4}"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(words));
  }

  /** Of the account and of the telephone. */
  String name() {
    return name;
  }

  /** Waits until the server is heard. */
  void isOpen() {
    assertThat(page().locator("html")).hasAttribute("data-live", "open");
  }

  Page page() {
    return window.page();
  }

  Window window() {
    return window;
  }

  Talker phone() {
    return phone;
  }

  Locator at(String id) {
    return page().locator("#" + id);
  }

  DeskPage presses(String... keys) {
    for (String key : keys) {
      page().keyboard().press(key);
    }
    return this;
  }

  DeskPage types(String text) {
    page().keyboard().type(text);
    return this;
  }

  /** Waits until the seat is in this state. */
  DeskPage isIn(String state) {
    assertThat(page().locator("main")).hasAttribute("data-platz", state);
    return this;
  }

  /** Signs in and goes on ready, by keyboard alone. */
  DeskPage ready() {
    assertThat(at("telefon-wahl").locator("option[value=" + name + "]")).isAttached();
    at("telefon-wahl").focus();
    types(name).presses("Alt+l").isIn("SIGNED_IN").presses("Alt+b");
    return isIn("READY");
  }

  /** From now on it is noted when a caller is shown. */
  void watches() {
    page().evaluate(WATCH);
  }

  Instant poppedAt() {
    return noted("poppedAt");
  }

  /** When it was to be seen who calls. */
  Instant toldAt() {
    return noted("toldAt");
  }

  private Instant noted(String what) {
    page().waitForFunction("() => window." + what + " !== undefined");
    return Instant.ofEpochMilli(((Number) page().evaluate("() => window." + what)).longValue());
  }

  /** All of it is to be seen at once, and by everybody. */
  void looksWell(String shot) {
    Object beyond =
        page()
            .evaluate(
                "() => document.documentElement.scrollHeight - document.documentElement.clientHeight");
    assertThat(((Number) beyond).intValue()).as("%s: below the window", shot).isZero();
    assertThat(window.overhang()).as("%s: beside the window", shot).isZero();
    window.shot("platz-" + shot);
    assertThat(window.barriers()).as(shot).isEmpty();
  }

  @Override
  public void close() throws IOException {
    try {
      assertThat(window.complaints()).isEmpty();
    } finally {
      window.close();
      phone.close();
      try {
        HotlineUnderTest.launcher("account", "disable", name);
        HotlineUnderTest.launcher("phone", "remove", name);
      } catch (InterruptedException impatient) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
