package de.durchkommen.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PronunciationTest {
  private final Pronunciation list =
      new Pronunciation(
          Map.of(
              "116117",
              "eins eins sechs",
              "1 Uhr",
              "ein Uhr",
              "Uhr",
              "$1",
              "a.b",
              "Punkt",
              "116",
              "kurz",
              "116 117",
              "lang"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "116117 | eins eins sechs",
        "Die 116117. | Die eins eins sechs.",
        "0116117 | 0116117",
        "1161170 | 1161170",
        "um 1 Uhr 30 | um ein Uhr 30",
        "um 11 Uhr | um 11 $1",
        "Uhren | Uhren",
        "die 116 117 und die 116 | die lang und die kurz",
        "aXb und a.b | aXb und Punkt",
        "ß116117ß | ß116117ß"
      })
  void wholeWordsAreReplacedTheLongestFirst(String text, String said) {
    assertThat(list.applied(text)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"رقم, x", "رقمًا, رقمًا", "رقمٍ, رقمٍ"})
  void aMarkIsAPartOfItsWord(String text, String said) {
    assertThat(new Pronunciation(Map.of("رقم", "x")).applied(text)).isEqualTo(said);
  }
}
