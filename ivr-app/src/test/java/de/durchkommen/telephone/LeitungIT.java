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
