package de.durchkommen.telephone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.durchkommen.telephone.Crowd.CODE;
import static de.durchkommen.telephone.Crowd.SOON;
import static de.durchkommen.telephone.Crowd.TURN;

import com.microsoft.playwright.Locator;
import de.durchkommen.web.Browser;
import java.io.IOException;
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

  private final Browser browser;
  private final Crowd crowd;

  LeitungIT(HotlineUnderTest hotline, Browser browser) {
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
}
