package de.durchkommen.telephone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.durchkommen.telephone.Crowd.CODE;
import static de.durchkommen.telephone.Crowd.SOON;
import static de.durchkommen.telephone.Crowd.TURN;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import de.durchkommen.launch.phone.Heard;
import de.durchkommen.web.Browser;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** The supervisors' console in a real browser while people really wait on the telephone. */
@ExtendWith({HotlineUnderTest.Shared.class, Browser.Shared.class})
@Isolated("how many are let in is everybody's")
class LeitungIT {
  private static final String WHY = "Probe mit echten Anrufen";

  /** As long as it takes to put in force, and as what is said with a position at most. */
  private static final Duration EFFECTIVE = Duration.ofSeconds(2);

  private static final Duration SENTENCE = Duration.ofSeconds(16);
  private static final Duration OFTEN = Duration.ofSeconds(10);
  private static final Duration SELDOM = Duration.ofSeconds(60);
  private static final String POSITION = "an Position eins";
  private static final String PROBE = "Guten Tag. Das ist eine Probe der Impf-Hotline.";
  private static final String NO_LETTER = "2#";
  private static final String URGENT = "Heute können Sie bis zweiundzwanzig Uhr anrufen.";
  private static final Duration NEXT_POSITION = Duration.ofSeconds(90);
  private static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");
  private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

  /** The tone that this agent's telephone says. */
  private static final int AGENT = 900;

  private final HotlineUnderTest hotline;
  private final Browser browser;
  private final Crowd crowd;

  LeitungIT(HotlineUnderTest hotline, Browser browser) {
    this.hotline = hotline;
    this.browser = browser;
    this.crowd = new Crowd(hotline);
  }

  @BeforeEach
  void oneAtOnce() throws IOException, InterruptedException {
    crowd.begins(1);
  }

  @AfterEach
  void asUsual() throws IOException, InterruptedException {
    crowd.ends();
  }

  /** Who waits is seen within seconds, and let in as soon as a supervisor allows one more. */
  @Test
  void whoWaitsIsSeenAndLetIn() throws IOException, InterruptedException {
    try (ConsolePage console = ConsolePage.of(browser, "leitung-ines")) {
      PersonOnLine one = crowd.calls(1);
      one.hears(CODE, SOON);
      one.keepsTalking();
      PersonOnLine two = crowd.calls(2);
      two.hears(POSITION, SOON);
      assertThat(console.at("selbst-warten")).hasText("1");
      assertThat(console.at("selbst-belegt")).hasText("1 von 1");
      assertThat(console.at("selbst-laengste-dazu")).hasText("Minuten");
      console.looksWell("anruf-wartet");
      console.goes("/leitung/warteschlangen");
      Locator dialogues = console.at("dialoge");
      assertThat(dialogues).hasValue("1");
      dialogues.fill("2");
      dialogues.press("Enter");
      assertThat(console.at("vorschau-folgen")).containsText("Gilt für 1 Wartende");
      assertThat(console.at("vorschau-aenderungen")).containsText("Anrufe zugleich in der Ansage");
      console.looksWell("vorschau");
      console.at("grund-warum").fill(WHY);
      console.at("grund-warum").press("Enter");
      assertThat(console.at("in-kraft")).containsText(WHY);
      two.hears("Sie sind an der Reihe", TURN);
      console.at("rueckgaengig").click();
      assertThat(console.at("in-kraft")).containsText("Rückgängig");
      assertThat(dialogues).hasValue("1");
      one.leaves();
      two.leaves();
      console.goes("/leitung");
      assertThat(console.at("selbst-warten")).hasText("0");
    }
  }

  /** In the recording of somebody who waits meanwhile. */
  @Test
  void anotherIntervalIsHeardByWhoWaits() throws IOException, InterruptedException {
    try (ConsolePage console = ConsolePage.of(browser, "leitung-jana")) {
      PersonOnLine one = crowd.calls(1);
      one.hears(CODE, SOON);
      one.keepsTalking();
      console.goes("/leitung/warteschlangen");
      announces(console, SELDOM, "Selten");
      PersonOnLine two = crowd.calls(2);
      long pickedUp = System.nanoTime();
      two.hears(POSITION, SOON);
      Thread.sleep(OFTEN.multipliedBy(2));
      announces(console, OFTEN, "Oft");
      Duration changed = Duration.ofNanos(System.nanoTime() - pickedUp);
      Thread.sleep(OFTEN.multipliedBy(4));
      console.at("rueckgaengig").click();
      assertThat(console.at("in-kraft")).containsText("Rückgängig");
      one.leaves();
      List<Duration> heard =
          hotline.heard(two.putDown()).prompts().stream()
              .filter(prompt -> prompt.sound().text().contains(POSITION))
              .map(Heard::start)
              .toList();
      assertThat(heard).as("before %s and after", changed).hasSizeGreaterThan(2);
      assertThat(heard.getFirst()).isLessThan(changed);
      assertThat(heard.get(1)).isBetween(changed, changed.plus(EFFECTIVE).plus(OFTEN));
      assertThat(heard.get(2).minus(heard.get(1))).isBetween(OFTEN, OFTEN.plus(SENTENCE));
    }
  }

  /** What happened to a call that has just ended: its path, and that the caller gave up. */
  @Test
  void aCallIsFoundWithItsPath() throws IOException, InterruptedException {
    try (ConsolePage console = ConsolePage.of(browser, "leitung-pia")) {
      PersonOnLine one = crowd.calls(1);
      one.hears(CODE, SOON);
      one.keepsTalking();
      PersonOnLine two = crowd.calls(2);
      two.hears(POSITION, SOON);
      two.putDown();
      one.putDown();
      Thread.sleep(EFFECTIVE.plus(EFFECTIVE));
      console.goes("/leitung/anrufe");
      assertThat(console.at("verlust-worte")).containsText("aufgelegt");
      Locator lines = console.at("zeilen").locator("tr");
      assertThat(lines.first()).containsText("aufgelegt");
      lines
          .filter(new Locator.FilterOptions().setHasText("Position"))
          .first()
          .locator("button")
          .click();
      assertThat(console.at("anruf-weg")).containsText("Impf-Hotline");
      assertThat(console.at("anruf-weg")).containsText("Wartet");
      assertThat(console.at("anruf-weg")).containsText("aufgelegt");
      console.looksWell("anruf");
    }
  }

  /**
   * The other pages, while an agent talks, somebody is in the dialogue, and somebody waits: who
   * talks is seen, and what is urgent is sent from the page and heard before the next position.
   */
  @Test
  void theOtherPagesWhileCallsGoOn() throws IOException, InterruptedException {
    try (ConsolePage console = ConsolePage.of(browser, "leitung-olga");
        AgentAtDesk agent = AgentAtDesk.ready(hotline, "leitung-platz", AGENT, "de")) {
      PersonOnLine talker = crowd.calls(1);
      talker.hears(CODE, SOON);
      talker.presses("0");
      agent.phone().picksUp();
      agent.deskIn("TALKING");
      PersonOnLine one = crowd.calls(2);
      one.hears(CODE, SOON);
      one.keepsTalking();
      PersonOnLine two = crowd.calls(3);
      two.hears(POSITION, SOON);
      console.goes("/leitung/plaetze");
      Locator row = console.at("liste").locator("tr", containing("leitung-platz"));
      assertThat(row).containsText("Im Gespräch");
      console.looksWell("platz-im-gespraech");
      console.goes("/leitung/ansagen");
      sends(console);
      two.hears(URGENT, NEXT_POSITION);
      console.at("jetzt").getByText("Sofort zurückziehen").click();
      assertThat(console.at("jetzt")).not().containsText(URGENT);
      console.goes("/leitung/zentren");
      assertThat(console.at("auslastung-worte")).containsText("Plätzen sind gebucht");
      console.goes("/leitung/planung");
      console.at("anrufe").fill("60");
      console.at("anrufe").press("Enter");
      assertThat(console.at("ergebnis")).containsText("kommen rechtzeitig dran");
      console.goes("/leitung/protokoll");
      assertThat(console.at("zeilen")).containsText("Dringende Ansage zurückgezogen");
      console.looksWell("protokoll");
      two.putDown();
      one.putDown();
      talker.putDown();
    }
  }

  private static Locator.LocatorOptions containing(String words) {
    return new Locator.LocatorOptions().setHasText(words);
  }

  /** Written, listened to, sent. */
  private static void sends(ConsolePage console) {
    console.at("name").fill("Heute länger");
    console.at("bis").fill(ZonedDateTime.now(HESSEN).plusHours(2).format(FIELD));
    console.at("text-de").fill(URGENT);
    console.at("warum").fill(WHY);
    console.at("warum").press("Enter");
    Locator draft = console.at("entwuerfe").locator("> li").first();
    assertThat(draft).containsText(URGENT);
    draft.getByText("Senden …").click();
    assertThat(console.at("senden-warum")).isVisible();
    console.at("probe-de").click();
    assertThat(console.at("gehoert-de")).hasText(", angehört");
    console.at("senden-warum").fill(WHY);
    console.at("senden-warum").press("Enter");
    assertThat(console.at("jetzt")).containsText(URGENT);
  }

  private static void announces(ConsolePage console, Duration interval, String why) {
    String seconds = String.valueOf(interval.toSeconds());
    console.at("spaetestens").fill(seconds);
    console.at("fruehestens").fill(seconds);
    console.at("fruehestens").press("Enter");
    assertThat(console.at("vorschau")).isVisible();
    console.at("grund-warum").fill(why);
    console.at("grund-warum").press("Enter");
    assertThat(console.at("in-kraft")).containsText(why);
  }

  /** Another text is heard in the next call, and the old one in the one after it was taken back. */
  @Test
  void aPublishedTextIsHeardAndTheOldOneAgain() throws IOException, InterruptedException {
    try (ConsolePage console = ConsolePage.of(browser, "leitung-tina")) {
      console.goes("/leitung/texte#welcome/de");
      console.at("entwurf-text").fill(PROBE);
      console.at("entwurf-warum").fill(WHY);
      console.at("entwurf-warum").press("Enter");
      console.at("fassungen").getByText("Veröffentlichen …").first().click();
      assertThat(console.at("vorschau")).isVisible();
      console.at("kraft-warum").press("Enter");
      assertThat(console.at("in-kraft")).containsText(WHY);
      console.looksWell("text-veroeffentlicht");
      Thread.sleep(EFFECTIVE);
      ScriptedCall next = ScriptedCall.made(hotline, NO_LETTER).heardAllThatWasSaid();
      console.at("rueckgaengig").click();
      assertThat(console.at("in-kraft")).containsText("Rückgängig");
      Thread.sleep(EFFECTIVE);
      ScriptedCall later = ScriptedCall.made(hotline, NO_LETTER).heardAllThatWasSaid();
      assertThat(next.hearing().ofWords(PROBE)).as("%s", next.heard()).isTrue();
      assertThat(later.hearing().ofWords(PROBE)).as("%s", later.heard()).isFalse();
      assertThat(later.said().getFirst()).startsWith("Guten Tag. Hier ist die Impf-Hotline");
    }
  }
}
