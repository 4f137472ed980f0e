package de.durchkommen.call;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.Utterance;
import de.durchkommen.queue.News;
import de.durchkommen.queue.WaitRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Positions and times, in the German that callers hear. */
class WaitingWordsTest {
  private static final PromptLibrary LIBRARY =
      new PromptLibrary(
          Optional.of("../prompts"),
          Clock.fixed(Instant.parse("2026-11-30T13:05:00Z"), ZoneId.of("Europe/Berlin")));

  private static String said(Utterance words) {
    return LIBRARY.spoken(words, Locale.GERMAN).text();
  }

  @ParameterizedTest
  @CsvSource({
    "1, Sie sind an Position eins.",
    "2, Sie sind an Position zwei.",
    "21, Sie sind an Position einundzwanzig.",
    "100, Sie sind an Position einhundert.",
    "101, Sie sind etwa an Position einhundert.",
    "105, Sie sind etwa an Position einhundertzehn.",
    "123, Sie sind etwa an Position einhundertzwanzig.",
    "1000, Sie sind etwa an Position eintausend.",
    "1049, Sie sind etwa an Position eintausend.",
    "1251, Sie sind etwa an Position eintausenddreihundert.",
  })
  void positionsAreExactToAHundredAndThenAboutSoMany(int position, String words) {
    assertThat(said(WaitingWords.position(News.Kind.ENTRY, position))).isEqualTo(words);
  }

  @Test
  void roundingKeepsTheOrder() {
    int before = 0;
    for (int position = 1; position <= 20_000; position++) {
      assertThat(WaitingWords.told(position)).isGreaterThanOrEqualTo(before);
      before = WaitingWords.told(position);
    }
  }

  @Test
  void theKindOfNewsIsHeard() {
    assertThat(said(WaitingWords.position(News.Kind.NEARER, 2)))
        .isEqualTo("Sie sind jetzt an Position zwei.");
    assertThat(said(WaitingWords.position(News.Kind.STILL, 3)))
        .isEqualTo("Sie sind weiter an Position drei.");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "0, 1, weniger als eine Minute",
        "0, 2, weniger als zwei Minuten",
        "0, 10, weniger als zehn Minuten",
        "0, 60, weniger als eine Stunde",
        "0, 90, weniger als eineinhalb Stunden",
        "1, 3, zwischen einer und drei Minuten",
        "10, 20, zwischen zehn und zwanzig Minuten",
        "1, 60, zwischen einer Minute und einer Stunde",
        "30, 90, zwischen dreißig Minuten und eineinhalb Stunden",
        "60, 90, zwischen einer und eineinhalb Stunden",
        "60, 120, zwischen einer und zwei Stunden",
        "90, 240, zwischen eineinhalb und vier Stunden",
        "240, -, mehr als vier Stunden",
        "60, -, mehr als eine Stunde",
      })
  void rangesAreSaidAsPeopleSayThem(int from, Integer until, String words) {
    var range =
        new WaitRange(
            Duration.ofMinutes(from), Optional.ofNullable(until).map(Duration::ofMinutes));
    assertThat(said(WaitingWords.range(range))).isEqualTo("Sie warten noch " + words + ".");
  }

  @Test
  void aPartOfAMinuteIsTheWholeOne() {
    var range = new WaitRange(Duration.ZERO, Optional.of(Duration.ofSeconds(61)));
    assertThat(said(WaitingWords.range(range)))
        .isEqualTo("Sie warten noch weniger als zwei Minuten.");
  }

  @Test
  void whatIsMadeBeforehandIsWhatIsSaid() {
    List<String> texts = WarmTexts.all().stream().map(WaitingWordsTest::said).toList();
    assertThat(texts)
        .contains(
            "Sie sind an Position eins.",
            "Sie sind weiter an Position dreißig.",
            "Sie warten noch zwischen zwanzig und dreißig Minuten.")
        .doesNotHaveDuplicates();
  }
}
