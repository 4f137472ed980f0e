package de.durchkommen.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole sentences with numbers. Both parts of a number decline, and the noun follows the last one
 * (Український правопис 2019, § 106, "Числівник"). ICU says "одної" and "вісьми" in the genitive;
 * the pronunciation list makes them "однієї" and "восьми".
 */
class UkrainianSentencesTest {
  private final SaidSentences ukrainian = new SaidSentences("uk");

  @ParameterizedTest
  @CsvSource({
    "1, один",
    "2, два",
    "3, три",
    "5, пʼять",
    "11, одинадцять",
    "21, двадцять один",
    "22, двадцять два",
    "25, двадцять пʼять",
    "100, сто"
  })
  void aPositionIsANumberInTheQueue(int position, String spoken) {
    assertThat(ukrainian.said("queue.position", Map.of("position", position)))
        .isEqualTo("Ваш номер у черзі: " + spoken + ".");
  }

  @ParameterizedTest
  @CsvSource({"101, сто один", "110, сто десять", "1000, одна тисяча", "1100, одна тисяча сто"})
  void aLargePositionIsRounded(int position, String spoken) {
    assertThat(ukrainian.said("queue.still-about", Map.of("position", position)))
        .isEqualTo("Ваш номер у черзі досі: приблизно " + spoken + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "0, Перед вами нікого немає.",
    "1, Перед вами одна людина.",
    "2, Перед вами дві людини.",
    "3, Перед вами три людини.",
    "5, Перед вами пʼять людей.",
    "11, Перед вами одинадцять людей.",
    "21, Перед вами двадцять одна людина.",
    "22, Перед вами двадцять дві людини.",
    "25, Перед вами двадцять пʼять людей.",
    "100, Перед вами сто людей.",
    "101, Перед вами сто одна людина.",
    "1000, Перед вами щонайменше тисяча людей."
  })
  void thoseAheadArePeople(int ahead, String spoken) {
    assertThat(ukrainian.said("waiting.standing", Map.of("ahead", ahead)))
        .isEqualTo(
            "Ви є у списку очікування. %s Коли надійде ваша черга, ми вам зателефонуємо.", spoken);
    assertThat(ukrainian.said("waiting.signed-up", Map.of("ahead", ahead, "minutes", 60)))
        .contains(spoken);
    assertThat(ukrainian.said("waiting.already", Map.of("ahead", ahead, "minutes", 60)))
        .contains(spoken);
  }

  @ParameterizedTest
  @CsvSource({
    "1, одну цифру",
    "2, дві цифри",
    "5, пʼять цифр",
    "11, одинадцять цифр",
    "21, двадцять одну цифру",
    "22, двадцять дві цифри"
  })
  void digitsAreCounted(int count, String spoken) {
    assertThat(ukrainian.said("code.length", Map.of("count", count)))
        .isEqualTo("Ви набрали " + spoken + ". У коді десять цифр.");
  }

  @ParameterizedTest
  @CsvSource({
    "2, дві хвилини, двох хвилин",
    "5, пʼять хвилин, пʼяти хвилин",
    "20, двадцять хвилин, двадцяти хвилин",
    "45, сорок пʼять хвилин, сорока пʼяти хвилин",
    "60, годину, години",
    "90, півтори години, півтори години",
    "120, дві години, двох годин",
    "180, три години, трьох годин",
    "240, чотири години, чотирьох годин"
  })
  void aTimeOfWaitingIsInMinutesOrHours(int minutes, String accusative, String genitive) {
    assertThat(ukrainian.said("queue.range-less", Map.of("until", minutes)))
        .isEqualTo("Чекати лишилося менше ніж " + accusative + ".");
    assertThat(ukrainian.said("queue.range-more", Map.of("from", minutes)))
        .isEqualTo("Чекати лишилося більше ніж " + accusative + ".");
    assertThat(ukrainian.said("waiting.signed-up", Map.of("ahead", 5, "minutes", minutes)))
        .contains(" триматимемо для вас два місця протягом " + genitive + ". ");
    assertThat(ukrainian.said("waiting.already", Map.of("ahead", 5, "minutes", minutes)))
        .contains(" триматимемо для вас два місця протягом " + genitive + ". ");
  }

  @ParameterizedTest
  @CsvSource({
    "minutes, 30, 45, від тридцяти до сорока пʼяти хвилин",
    "mixed, 2, 60, від двох хвилин до години",
    "mixed, 45, 120, від сорока пʼяти хвилин до двох годин",
    "hours, 60, 90, від години до півтори години",
    "hours, 90, 180, від півтори години до трьох годин",
    "hours, 120, 240, від двох годин до чотирьох годин"
  })
  void aRangeNamesBothEnds(String kind, int from, int until, String spoken) {
    assertThat(ukrainian.said("queue.range-" + kind, Map.of("from", from, "until", until)))
        .isEqualTo("Чекати лишилося " + spoken + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "1, одну хвилину",
    "2, дві хвилини",
    "5, пʼять хвилин",
    "11, одинадцять хвилин",
    "21, двадцять одну хвилину"
  })
  void theTimeUntilOpeningIsInTheAccusative(int minutes, String spoken) {
    assertThat(ukrainian.said("queue.lobby-left", Map.of("minutes", minutes)))
        .isEqualTo("Гаряча лінія відкриється за " + spoken + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "2, двох людей",
    "5, пʼяти людей",
    "22, двадцяти двох людей",
    "250, двохсот пʼятдесяти людей"
  })
  void stockIsForPeople(int count, String spoken) {
    assertThat(ukrainian.said("queue.stock", Map.of("as_of", LocalTime.of(14, 5), "count", count)))
        .isEqualTo(
            "Ми перевірили о чотирнадцятій нуль пʼять: вільні місця ще були, щонайменше для %s.",
            spoken);
  }

  @ParameterizedTest
  @CsvSource({"01:00, першої години ночі", "14:05, чотирнадцятої нуль пʼять"})
  void untilIsTheGenitive(LocalTime time, String spoken) {
    assertThat(ukrainian.said("identity.locked", Map.of("until", time)))
        .contains(" код заблоковано до " + spoken + ". ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-01T08:00 | у вівторок, першого грудня, о восьмій годині ранку",
        "2026-12-11T11:00 | у пʼятницю, одинадцятого грудня, об одинадцятій годині ранку"
      })
  void aDayBringsItsPreposition(LocalDateTime moment, String spoken) {
    assertThat(ukrainian.said("queue.closed", Map.of("opens", moment)))
        .isEqualTo("Гаряча лінія зараз зачинена. Ми відкриємося знову " + spoken + ".");
    assertThat(ukrainian.said("callback.kept-later", Map.of("earliest", moment)))
        .contains(" Ми вам передзвонимо, найраніше — " + spoken + ". ");
  }
}
