package de.durchkommen.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole sentences with numbers: singular and plural, and "and" after the hundreds as in Britain,
 * which CLDR has in its rule set {@code %spellout-cardinal-verbose}.
 */
class EnglishSentencesTest {
  private final SaidSentences english = new SaidSentences("en");

  @ParameterizedTest
  @CsvSource({
    "1, one",
    "2, two",
    "3, three",
    "5, five",
    "11, eleven",
    "21, twenty-one",
    "22, twenty-two",
    "25, twenty-five",
    "100, one hundred"
  })
  void aPositionIsANumberInTheQueue(int position, String spoken) {
    assertThat(english.said("queue.position", Map.of("position", position)))
        .isEqualTo("You are number " + spoken + " in the queue.");
  }

  @ParameterizedTest
  @CsvSource({
    "100, one hundred",
    "110, one hundred and ten",
    "1000, one thousand",
    "1100, one thousand one hundred"
  })
  void numbersAboveAHundredAreBritish(int position, String spoken) {
    assertThat(english.said("queue.still-about", Map.of("position", position)))
        .isEqualTo("You are still at about number " + spoken + " in the queue.");
  }

  @ParameterizedTest
  @CsvSource({
    "0, Nobody is ahead of you.",
    "1, There is one person ahead of you.",
    "2, There are two people ahead of you.",
    "21, There are twenty-one people ahead of you.",
    "100, There are one hundred people ahead of you.",
    "101, There are one hundred and one people ahead of you.",
    "999, There are nine hundred and ninety-nine people ahead of you.",
    "1000, There are at least a thousand people ahead of you."
  })
  void thoseAheadArePeople(int ahead, String spoken) {
    assertThat(english.said("waiting.standing", Map.of("ahead", ahead)))
        .isEqualTo(
            "You are on the waiting list. %s When it is your turn, we will call you.", spoken);
  }

  @ParameterizedTest
  @CsvSource({"1, That was one digit.", "2, That was two digits.", "11, That was eleven digits."})
  void digitsAreCounted(int count, String spoken) {
    assertThat(english.said("code.length", Map.of("count", count)))
        .isEqualTo(spoken + " The code has ten digits.");
  }

  @ParameterizedTest
  @CsvSource({
    "1, one minute",
    "2, two minutes",
    "45, forty-five minutes",
    "60, one hour",
    "90, an hour and a half",
    "120, two hours",
    "180, three hours",
    "240, four hours"
  })
  void aTimeOfWaitingIsInMinutesOrHours(int minutes, String spoken) {
    assertThat(english.said("queue.range-less", Map.of("until", minutes)))
        .isEqualTo("You have less than " + spoken + " left to wait.");
    assertThat(english.said("queue.range-more", Map.of("from", minutes)))
        .isEqualTo("You have more than " + spoken + " left to wait.");
    assertThat(english.said("waiting.signed-up", Map.of("ahead", 5, "minutes", minutes)))
        .contains(" Then we will hold two appointments for you for " + spoken + ". ");
  }

  @ParameterizedTest
  @CsvSource({
    "minutes, 1, 2, one and two minutes",
    "minutes, 30, 45, thirty and forty-five minutes",
    "mixed, 1, 60, one minute and one hour",
    "mixed, 45, 120, forty-five minutes and two hours",
    "hours, 60, 90, one hour and an hour and a half",
    "hours, 90, 180, an hour and a half and three hours",
    "hours, 120, 240, two hours and four hours"
  })
  void aRangeNamesBothEnds(String kind, int from, int until, String spoken) {
    assertThat(english.said("queue.range-" + kind, Map.of("from", from, "until", until)))
        .isEqualTo("You have between " + spoken + " left to wait.");
  }

  /** ICU takes a rule set that does not exist for the usual one, without a word. */
  @ParameterizedTest
  @ValueSource(strings = {"queue.position-about", "queue.nearer-about", "queue.still-about"})
  void everyRoundedPositionIsBritish(String id) {
    assertThat(english.said(id, Map.of("position", 110))).contains(" one hundred and ten ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"waiting.signed-up", "waiting.already"})
  void everyCountOfThoseAheadIsBritish(String id) {
    assertThat(english.said(id, Map.of("ahead", 101, "minutes", 150)))
        .contains(" one hundred and one people ", " one hundred and fifty minutes.");
  }

  @ParameterizedTest
  @CsvSource({"1, one person", "2, two people", "250, two hundred and fifty people"})
  void stockIsForPeople(int count, String spoken) {
    assertThat(english.said("queue.stock", Map.of("as_of", LocalTime.of(14, 5), "count", count)))
        .isEqualTo(
            "At two oh five in the afternoon there were still appointments available,"
                + " for at least %s.",
            spoken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-01T08:00 | Tuesday, the first of December, at eight o'clock in the morning",
        "2026-12-05T12:00 | Saturday, the fifth of December, at twelve noon"
      })
  void aDayFollowsOnAndBeforeInOneForm(LocalDateTime moment, String spoken) {
    assertThat(english.said("queue.closed", Map.of("opens", moment)))
        .isEqualTo("The vaccination line is closed now. We open again on " + spoken + ".");
    assertThat(english.said("callback.kept-later", Map.of("earliest", moment)))
        .contains(" We will call you back, but not before " + spoken + ". ");
  }
}
