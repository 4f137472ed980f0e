package de.durchkommen.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole sentences with numbers. Only one itself has a singular: "dwadzieścia jeden osób", with
 * "jeden" unchanged in every gender and case; two to four, but not twelve to fourteen, have the
 * nominative plural (Słownik języka polskiego PWN, Zasady pisowni, "Liczebniki").
 */
class PolishSentencesTest {
  private final SaidSentences polish = new SaidSentences("pl");

  @ParameterizedTest
  @CsvSource({
    "1, jeden",
    "2, dwa",
    "3, trzy",
    "5, pięć",
    "11, jedenaście",
    "21, dwadzieścia jeden",
    "22, dwadzieścia dwa",
    "25, dwadzieścia pięć",
    "100, sto"
  })
  void aPositionIsANumberInTheQueue(int position, String spoken) {
    assertThat(polish.said("queue.position", Map.of("position", position)))
        .isEqualTo("Państwa numer w kolejce to " + spoken + ".");
  }

  @ParameterizedTest
  @CsvSource({"110, stu dziesięciu", "250, dwustu pięćdziesięciu", "1000, tysiąca"})
  void aLargePositionIsRounded(int position, String spoken) {
    assertThat(polish.said("queue.still-about", Map.of("position", position)))
        .isEqualTo("Państwa numer w kolejce to nadal około " + spoken + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "0, Przed Państwem nikogo nie ma.",
    "1, Przed Państwem jest jedna osoba.",
    "2, Przed Państwem są dwie osoby.",
    "3, Przed Państwem są trzy osoby.",
    "5, Przed Państwem jest pięć osób.",
    "11, Przed Państwem jest jedenaście osób.",
    "12, Przed Państwem jest dwanaście osób.",
    "21, Przed Państwem jest dwadzieścia jeden osób.",
    "22, Przed Państwem są dwadzieścia dwie osoby.",
    "25, Przed Państwem jest dwadzieścia pięć osób.",
    "100, Przed Państwem jest sto osób.",
    "101, Przed Państwem jest sto jeden osób.",
    "1000, Przed Państwem jest co najmniej tysiąc osób."
  })
  void thoseAheadArePeople(int ahead, String spoken) {
    assertThat(polish.said("waiting.standing", Map.of("ahead", ahead)))
        .isEqualTo(
            "Są Państwo na liście oczekujących. %s Gdy nadejdzie Państwa kolej, zadzwonimy.",
            spoken);
    assertThat(polish.said("waiting.signed-up", Map.of("ahead", ahead, "minutes", 60)))
        .contains(spoken);
    assertThat(polish.said("waiting.already", Map.of("ahead", ahead, "minutes", 60)))
        .contains(spoken);
  }

  @ParameterizedTest
  @CsvSource({
    "1, To była jedna cyfra.",
    "2, To były dwie cyfry.",
    "5, To było pięć cyfr.",
    "11, To było jedenaście cyfr.",
    "21, To było dwadzieścia jeden cyfr.",
    "22, To były dwadzieścia dwie cyfry."
  })
  void digitsAreCounted(int count, String spoken) {
    assertThat(polish.said("code.length", Map.of("count", count)))
        .isEqualTo(spoken + " Kod ma dziesięć cyfr.");
  }

  @ParameterizedTest
  @CsvSource({
    "1, jedną minutę",
    "2, dwie minuty",
    "5, pięć minut",
    "20, dwadzieścia minut",
    "45, czterdzieści pięć minut",
    "60, godzinę",
    "90, półtorej godziny",
    "120, dwie godziny",
    "180, trzy godziny",
    "240, cztery godziny"
  })
  void aTimeOfWaitingIsInMinutesOrHours(int minutes, String spoken) {
    assertThat(polish.said("queue.range-less", Map.of("until", minutes)))
        .isEqualTo("Pozostały czas oczekiwania: mniej niż " + spoken + ".");
    assertThat(polish.said("queue.range-more", Map.of("from", minutes)))
        .isEqualTo("Pozostały czas oczekiwania: więcej niż " + spoken + ".");
    assertThat(polish.said("waiting.signed-up", Map.of("ahead", 5, "minutes", minutes)))
        .contains(" trzymać dla Państwa dwa terminy przez " + spoken + ". ");
    assertThat(polish.said("waiting.already", Map.of("ahead", 5, "minutes", minutes)))
        .contains(" trzymać dla Państwa dwa terminy przez " + spoken + ". ");
  }

  @ParameterizedTest
  @CsvSource({
    "minutes, 1, 2, od jednej do dwóch minut",
    "minutes, 30, 45, od trzydziestu do czterdziestu pięciu minut",
    "mixed, 1, 60, od jednej minuty do godziny",
    "mixed, 45, 120, od czterdziestu pięciu minut do dwóch godzin",
    "hours, 60, 90, od godziny do półtorej godziny",
    "hours, 90, 180, od półtorej godziny do trzech godzin",
    "hours, 120, 240, od dwóch godzin do czterech godzin"
  })
  void aRangeNamesBothEnds(String kind, int from, int until, String spoken) {
    assertThat(polish.said("queue.range-" + kind, Map.of("from", from, "until", until)))
        .isEqualTo("Pozostały czas oczekiwania: " + spoken + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "1, jedną minutę",
    "2, dwie minuty",
    "5, pięć minut",
    "21, dwadzieścia jeden minut",
    "22, dwadzieścia dwie minuty"
  })
  void theTimeUntilOpeningIsInTheAccusative(int minutes, String spoken) {
    assertThat(polish.said("queue.lobby-left", Map.of("minutes", minutes)))
        .isEqualTo("Infolinia zacznie pracę za " + spoken + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "1, jednej osoby",
    "2, dwóch osób",
    "21, dwudziestu jeden osób",
    "250, dwustu pięćdziesięciu osób"
  })
  void stockIsForPeople(int count, String spoken) {
    assertThat(polish.said("queue.stock", Map.of("as_of", LocalTime.of(14, 5), "count", count)))
        .isEqualTo(
            "Sprawdziliśmy to o godzinie czternastej zero pięć: były jeszcze wolne terminy,"
                + " dla co najmniej %s.",
            spoken);
  }

  @ParameterizedTest
  @CsvSource({"00:00, północy", "01:00, godziny pierwszej w nocy"})
  void untilIsTheGenitive(LocalTime time, String spoken) {
    assertThat(polish.said("identity.locked", Map.of("until", time)))
        .contains(" jest on zablokowany do " + spoken + ". ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-01T08:00 | we wtorek, pierwszego grudnia, o godzinie ósmej rano",
        "2026-12-11T12:00 | w piątek, jedenastego grudnia, o godzinie dwunastej w południe"
      })
  void aDayBringsItsPreposition(LocalDateTime moment, String spoken) {
    assertThat(polish.said("queue.closed", Map.of("opens", moment)))
        .isEqualTo("Infolinia jest teraz zamknięta. Zaczynamy znowu " + spoken + ".");
    assertThat(polish.said("callback.kept-later", Map.of("earliest", moment)))
        .contains(" Oddzwonimy najwcześniej " + spoken + ". ");
  }
}
