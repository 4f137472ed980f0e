package de.durchkommen.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/** The login as a person meets it: by the words that are to be read. */
public record LoginPage(Window window) {
  /** A page that begins with the login, and is reached by it. */
  static LoginPage before(Window window, String path) {
    window.open(path);
    window.page().waitForURL("**/anmelden**");
    return new LoginPage(window);
  }

  private Page page() {
    return window.page();
  }

  /** Types both and presses the button. */
  public LoginPage logIn(String name, String password) {
    page().getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
    page().getByLabel("Passwort", new Page.GetByLabelOptions().setExact(true)).fill(password);
    page().locator("#login button[type=submit]").click();
    return this;
  }

  /** Chooses the first password of one's own. */
  public LoginPage choose(String password) {
    page().getByLabel("Neues Passwort", new Page.GetByLabelOptions().setExact(true)).fill(password);
    page().getByLabel("Neues Passwort noch einmal").fill(password);
    page().locator("#passwort button[type=submit]").click();
    return this;
  }

  /** It says this, in a place that a screen reader says at once. */
  public LoginPage complains(String words) {
    PlaywrightAssertions.assertThat(page().locator("#login-fehler")).containsText(words);
    return this;
  }
}
