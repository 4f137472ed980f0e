package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.prompt.Pronunciation;
import de.durchkommen.prompt.SpokenText;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceTextTest {
  @ParameterizedTest
  @CsvSource({
    "Guten Tag.,Guten Tag.",
    "'  Guten\n\tTag. ',Guten Tag.",
    "<speed level='10'>Tag,speed level='10' Tag",
    "[[h@'loU]] Tag,h@'loU Tag",
    "a\\b,a b"
  })
  void commandsToEnginesAndLineEndsAreTakenOut(String text, String words) {
    assertThat(words(text)).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "...", "<>", "\u0000"})
  void nothingToSayIsRefused(String text) {
    assertThatThrownBy(() -> words(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tooMuchIsRefused() {
    assertThat(words("a".repeat(2_000))).hasSize(2_000);
    assertThatThrownBy(() -> words("a".repeat(2_001)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2001");
  }

  private static String words(String text) {
    return VoiceText.of(new SpokenText(Locale.GERMAN, text), Pronunciation.NONE).text();
  }
}
