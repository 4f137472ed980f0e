package de.durchkommen.telephone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.telephone.HotlineUnderTest.Letter;
import de.durchkommen.web.Browser;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** The agents' desk in a real browser, with real telephones on both sides of it. */
@ExtendWith({HotlineUnderTest.Shared.class, Browser.Shared.class})
@Isolated("while an agent is signed in, everybody's key 0 leads to them")
class PlatzIT {
  private static final int TONE = 400;
  private static final int OTHER = 900;
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final String CODE = "Geben Sie den Code mit den Tasten ein";
  private static final Pattern NUMBER = Pattern.compile("[0-9]{6}");

  private final HotlineUnderTest hotline;
  private final Browser browser;

  PlatzIT(HotlineUnderTest hotline, Browser browser) {
    this.hotline = hotline;
    this.browser = browser;
  }

  private PersonOnLine calling(String last) throws IOException, InterruptedException {
    PersonOnLine caller = PersonOnLine.calling(hotline, "+49561123480" + last);
    caller.hears(CODE, SOON);
    return caller;
  }

  private PersonOnLine known(String last) throws IOException, InterruptedException {
    PersonOnLine caller = calling(last);
    Letter letter = hotline.letter();
    caller.presses(letter.code() + "#");
    caller.hears("Geburtsdatum", SOON);
    caller.presses(letter.birthDate() + "#");
    caller.hears("drücken Sie die Eins", SOON);
    Thread.sleep(AT_ONCE);
    return caller;
  }

  /** From the first key to the last without a mouse, with a reload in the middle. */
  @Test
  void theWholeWayByKeyboard() throws IOException, InterruptedException {
    try (DeskPage desk = DeskPage.of(hotline, browser, "platz-frida", TONE)) {
      desk.looksWell("abgemeldet");
      desk.ready().looksWell("bereit");
      desk.watches();
      try (PersonOnLine caller = known("1")) {
        isServed(desk, caller);
      }
      assertThat(desk.at("tag-gebucht")).hasText("1");
      assertThat(desk.at("anruf")).not().isVisible();
      desk.presses("Alt+q").isIn("");
    }
  }

  private static void isServed(DeskPage desk, PersonOnLine caller)
      throws IOException, InterruptedException {
    Instant pressed = Instant.now();
    caller.presses("0");
    desk.isIn("RINGING");
    Instant rang = desk.phone().rings();
    assertThat(Duration.between(pressed, desk.toldAt())).as("pop").isLessThan(AT_ONCE);
    assertThat(desk.toldAt()).as("pop before the ring").isBefore(rang);
    assertThat(desk.at("anruf-titel")).isFocused();
    assertThat(desk.at("anruf-grund")).containsText("mit einem Menschen sprechen");
    assertThat(desk.at("anruf-fakten")).containsText("bekannt durch den Code");
    assertThat(desk.at("gemerkt")).containsText("noch");
    assertThat(desk.page()).hasTitle(Pattern.compile("^Anruf!"));
    desk.looksWell("klingelt");
    isTalkedWith(desk, caller);
  }

  private static void isTalkedWith(DeskPage desk, PersonOnLine caller)
      throws IOException, InterruptedException {
    desk.phone().answers();
    desk.isIn("TALKING").presses("Alt+n").types("Fragt nach <b>Parkplatz</b>");
    desk.page().reload();
    desk.isOpen();
    desk.isIn("TALKING");
    assertThat(desk.at("notiz")).hasValue("Fragt nach <b>Parkplatz</b>");
    assertThat(desk.at("person-fakten")).isVisible();
    desk.looksWell("gespraech");
    desk.presses("Alt+u");
    assertThat(desk.at("nummer")).hasText(NUMBER);
    desk.presses("Alt+e");
    caller.hears("Auf Wiederhören", SOON);
    desk.isIn("WRAPPING").looksWell("nachbearbeitung");
    desk.presses("Alt+f");
    assertThat(desk.at("abschluss-fehler")).hasText("Bitte wählen Sie erst ein Ergebnis.");
    desk.presses("Alt+c", "ArrowDown", "Alt+f").isIn("READY");
  }

  /** Nobody knows who it is: that is found out, and then all that can be done is done once. */
  @Test
  void whoCallsIsFoundOutAndServed() throws IOException, InterruptedException {
    try (Talker supervisor = Talker.agent(hotline, "platz-leitung", OTHER);
        DeskPage desk = DeskPage.of(hotline, browser, "platz-gerda", TONE);
        PersonOnLine caller = calling("2")) {
      desk.ready();
      caller.presses("0");
      desk.phone().rings();
      desk.phone().answers();
      desk.isIn("TALKING");
      seesWhoListens(desk, supervisor);
      Letter letter = hotline.letter();
      desk.presses("Alt+w").types("31.2.1938").presses("Enter");
      assertThat(desk.at("wer-geburt-fehler")).hasText("Bitte so: 10.4.1938");
      desk.at("wer-geburt").fill(letter.birthDate());
      desk.presses("Tab").types(letter.code()).presses("Enter");
      assertThat(desk.at("person-fakten")).isVisible();
      desk.presses("Alt+u");
      assertThat(desk.at("termine-fehler")).hasText("Erst muss etwas vorgemerkt sein.");
      holdsFirst(desk);
      desk.presses("Alt+u", "Alt+u");
      assertThat(desk.at("nummer")).hasText(NUMBER);
      assertThat(desk.at("gemerkt")).isHidden();
      holdsFirst(desk);
      desk.looksWell("termine");
      desk.presses("Alt+v");
      assertThat(desk.at("gemerkt")).isHidden();
      assertThat(desk.at("nummer")).hasText(NUMBER);
      desk.presses("Alt+a");
      assertThat(desk.page().getByText("Beide Termine absagen?")).isVisible();
      desk.looksWell("absagen");
      desk.presses("Tab", "Enter");
      assertThat(desk.at("termine-gebucht")).hasText("Nichts gebucht.");
      waits(desk);
      desk.presses("Alt+h");
      assertThat(desk.at("halten")).containsText("Zurückholen");
      assertThat(desk.at("halten")).not().hasAttribute("aria-busy", "true");
      // The music begins.
      Thread.sleep(AT_ONCE);
      desk.presses("Alt+h");
      assertThat(desk.at("halten")).containsText("Halten");
      caller.hangsUp();
      desk.isIn("WRAPPING").presses("Alt+q").isIn("");
    }
  }

  /** Seen from the moment in which it is asked for, until they hang up. */
  private void seesWhoListens(DeskPage desk, Talker supervisor)
      throws IOException, InterruptedException {
    hotline.supervisor(
        "POST",
        "agents/" + desk.name() + "/observation",
        "{\"phone\":\"platz-leitung\",\"mode\":\"LISTEN\"}");
    assertThat(desk.at("mithoeren")).containsText("hört zu");
    supervisor.picksUp();
    desk.looksWell("mithoeren");
    supervisor.hangsUp();
    assertThat(desk.at("mithoeren")).isHidden();
  }

  private static void waits(DeskPage desk) {
    desk.presses("Alt+j");
    assertThat(desk.at("liste-telefon")).isFocused();
    desk.types("123").presses("Enter");
    assertThat(desk.at("liste-telefon-fehler")).containsText("mit Vorwahl");
    desk.looksWell("warteliste");
    desk.at("liste-telefon").fill("0561 9876543");
    desk.presses("Enter");
    assertThat(desk.at("warteliste-stand")).containsText("Warteliste:");
    assertThat(desk.at("warteliste")).isFocused();
    desk.presses("Alt+j");
    assertThat(desk.at("liste-weg")).isVisible();
    desk.at("liste-weg").press("Enter");
    assertThat(desk.at("warteliste-stand")).isHidden();
  }

  private static void holdsFirst(DeskPage desk) {
    desk.presses("Alt+s", "Enter");
    assertThat(desk.at("frei")).isFocused();
    desk.presses("ArrowDown", "Enter");
    assertThat(desk.at("gemerkt")).isVisible();
  }

  /** Without a connection nothing can be pressed, and says why; then all is as it is. */
  @Test
  void aLostConnectionIsToldAndComesBackWhole() throws IOException, InterruptedException {
    try (DeskPage desk = DeskPage.of(hotline, browser, "platz-hanna", TONE)) {
      desk.ready().presses("Alt+e");
      assertThat(desk.at("leitung-fehler")).containsText("solange Sie mit jemandem sprechen");
      desk.page().route("**/api/v1/events**", route -> route.abort());
      desk.page().reload();
      assertThat(desk.page().locator(".banner")).containsText("wird wieder verbunden");
      desk.presses("Alt+p");
      assertThat(desk.at("platz-fehler")).containsText("keine Verbindung");
      desk.looksWell("unterbrochen");
      desk.page().unroute("**/api/v1/events**");
      desk.isOpen();
      assertThat(desk.at("pause")).not().hasAttribute("aria-disabled", "true");
      desk.presses("Alt+p").isIn("PAUSED");
      desk.looksWell("pause");
      desk.presses("Alt+q").isIn("");
    }
  }
}
