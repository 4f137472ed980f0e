package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineOrderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | svox-pico-1 de-DE, espeak-ng-1 de 150",
        "en | svox-pico-1 en-GB, freetts-1.2.2-kevin16-1, espeak-ng-1 en 150",
        "it | svox-pico-1 it-IT, espeak-ng-1 it 150",
        "ru | rhvoice-1 elena, espeak-ng-1 ru 150",
        "uk | rhvoice-1 natalia, espeak-ng-1 uk 150",
        "pl | rhvoice-1 magda, espeak-ng-1 pl 150",
        "tr | espeak-ng-1 tr 150",
        "ar | espeak-ng-1 ar 150",
        "ro | espeak-ng-1 ro 150"
      })
  void everyLanguageHasItsOrder(String language, String voices) {
    assertThat(String.join(", ", speakers(Map.of(), language))).isEqualTo(voices);
  }

  @Test
  void anOperatorOrdersOtherEnginesAndVoices() {
    Map<String, String> values =
        Map.of(
            "durchkommen.voice.engines.en", " freetts , pico,freetts",
            "durchkommen.voice.engines.tr", "mbrola,espeak",
            "durchkommen.voice.engines.pl", "piper,espeak",
            "durchkommen.voice.engines.nl", "mbrola,espeak",
            "durchkommen.voice.rhvoice.ru", "anna");
    assertThat(speakers(values, "en"))
        .containsExactly("freetts-1.2.2-kevin16-1", "svox-pico-1 en-GB");
    assertThat(speakers(values, "tr"))
        .containsExactly("espeak-ng-1 mb-tr2 150", "espeak-ng-1 tr 150");
    assertThat(speakers(values, "ru")).first().isEqualTo("rhvoice-1 anna");
    assertThat(speakers(values, "pl"))
        .as("without a model Piper is not asked")
        .containsExactly("espeak-ng-1 pl 150");
    assertThat(speakers(values, "nl"))
        .as("a language without a usual order")
        .containsExactly("espeak-ng-1 nl 150");
    assertThat(speakers(values, "ar")).as("no MBROLA without an order").hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pyco", "pico;espeak", "PICO", ",", ""})
  void aWrongNameIsToldWithItsKeyAndTheNamesThereAre(String words) {
    assertThatThrownBy(() -> Voices.check(in(Map.of("durchkommen.voice.engines.de", words))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("durchkommen.voice.engines.de: »" + words + "« ist keine Stimme")
        .hasMessageContaining("pico, rhvoice, freetts, piper, mbrola, espeak");
  }

  @Test
  void alsoForALanguageWithoutAnOrderOfItsOwn() {
    assertThatThrownBy(() -> Voices.check(in(Map.of("durchkommen.voice.engines.nl", "pyco"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("durchkommen.voice.engines.nl: »pyco« ist keine Stimme");
  }

  @Test
  void aVoiceIsNoOption() {
    assertThatThrownBy(() -> Voices.check(in(Map.of("durchkommen.voice.rhvoice.ru", "-i"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("durchkommen.voice.rhvoice.ru");
  }

  @Test
  void whatIsMissingIsToldInOneLineALanguage() {
    Map<String, String> values =
        Map.of(
            "durchkommen.languages", "de,en,ru,it",
            "durchkommen.voice.pico", "/nowhere/pico2wave",
            "durchkommen.voice.rhvoice", "no-rhvoice-here",
            "durchkommen.voice.espeak", "sh",
            "durchkommen.voice.engines.it", "piper,freetts");
    assertThat(Voices.states(in(values)))
        .extracting(state -> state.language() + ": " + state.line())
        .containsExactly(
            "de: espeak; pico fehlt (das Programm /nowhere/pico2wave fehlt)",
            "en: freetts; pico fehlt (das Programm /nowhere/pico2wave fehlt)",
            "ru: espeak; rhvoice fehlt (das Programm no-rhvoice-here fehlt)",
            "it: keine Stimme; piper fehlt (kein Modell (Einstellung durchkommen.voice.piper.it));"
                + " freetts fehlt (kann diese Sprache nicht)");
  }

  private static List<String> speakers(Map<String, String> values, String language) {
    Locale locale = Locale.of(language);
    return VoiceSettings.of(in(values)).engines(Clock.systemUTC()).stream()
        .filter(engine -> engine.speaks(locale))
        .map(engine -> engine.id(locale))
        .toList();
  }

  private static Function<String, Optional<String>> in(Map<String, String> values) {
    return key -> Optional.ofNullable(values.get(key));
  }
}
