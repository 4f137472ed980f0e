package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.prompt.SpokenText;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EngineTrialTest {
  private static final SpokenText TEXT = new SpokenText(Locale.GERMAN, "Ja");

  @Test
  void anEngineThatSpeaksPassesAndABrokenOneTellsWhy() {
    var engine = new FakeEngine("fake", "de");
    assertThat(EngineTrial.failed(engine, TEXT)).isEmpty();
    engine.broken = true;
    assertThat(EngineTrial.failed(engine, TEXT)).contains("eine Probe misslang: fake is broken");
  }

  @Test
  void aComplaintIsOneShortLine() {
    assertThat(EngineTrial.line(" no voice:\n - here\n - there\n"))
        .isEqualTo("no voice: - here - there");
    assertThat(EngineTrial.line("x".repeat(160))).hasSize(160);
    assertThat(EngineTrial.line("x".repeat(161))).isEqualTo("x".repeat(160) + " …");
  }
}
