package de.durchkommen.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole sentences with numbers. Both parts of a number decline, and the noun follows the last one
 * (Д. Э. Розенталь, Справочник по правописанию и литературной правке, "Имя числительное").
 */
class RussianSentencesTest {
  private final SaidSentences russian = new SaidSentences("ru");

  @ParameterizedTest
  @CsvSource({
    "1, один",
    "2, два",
    "3, три",
    "5, пять",
    "11, одиннадцать",
    "21, двадцать один",
    "22, двадцать два",
    "25, двадцать пять",
    "100, сто"
  })
  void aPositionIsANumberInTheQueue(int position, String spoken) {
    assertThat(russian.said("queue.position", Map.of("position", position)))
        .isEqualTo("Ваш номер в очереди: " + spoken + ".");
  }

  @ParameterizedTest
  @CsvSource({"110, сто десять", "101, сто один", "1000, одна тысяча", "1100, одна тысяча сто"})
  void aLargePositionIsRounded(int position, String spoken) {
    assertThat(russian.said("queue.still-about", Map.of("position", position)))
        .isEqualTo("Ваш номер в очереди по-прежнему: примерно " + spoken + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "0, Перед вами никого нет.",
    "1, Перед вами один человек.",
    "2, Перед вами два человека.",
    "3, Перед вами три человека.",
    "5, Перед вами пять человек.",
    "11, Перед вами одиннадцать человек.",
    "21, Перед вами двадцать один человек.",
    "22, Перед вами двадцать два человека.",
    "25, Перед вами двадцать пять человек.",
    "100, Перед вами сто человек.",
    "101, Перед вами сто один человек.",
    "1000, Перед вами не меньше тысячи человек."
  })
  void thoseAheadArePeople(int ahead, String spoken) {
    assertThat(russian.said("waiting.standing", Map.of("ahead", ahead)))
        .isEqualTo(
            "Вы находитесь в списке ожидания. %s Когда подойдёт ваша очередь, мы вам позвоним.",
            spoken);
    assertThat(russian.said("waiting.signed-up", Map.of("ahead", ahead, "minutes", 60)))
        .contains(spoken);
    assertThat(russian.said("waiting.already", Map.of("ahead", ahead, "minutes", 60)))
        .contains(spoken);
  }

  @ParameterizedTest
  @CsvSource({
    "1, одну цифру",
    "2, две цифры",
    "5, пять цифр",
    "11, одиннадцать цифр",
    "21, двадцать одну цифру",
    "22, двадцать две цифры"
  })
  void digitsAreCounted(int count, String spoken) {
    assertThat(russian.said("code.length", Map.of("count", count)))
        .isEqualTo("Вы набрали " + spoken + ". В коде десять цифр.");
  }

  @ParameterizedTest
  @CsvSource({
    "1, одной минуты",
    "2, двух минут",
    "5, пяти минут",
    "20, двадцати минут",
    "21, двадцати одной минуты",
    "45, сорока пяти минут",
    "60, часа",
    "90, полутора часов",
    "120, двух часов",
    "180, трёх часов",
    "240, четырёх часов"
  })
  void aTimeOfWaitingIsInTheGenitive(int minutes, String spoken) {
    assertThat(russian.said("queue.range-less", Map.of("until", minutes)))
        .isEqualTo("Ждать осталось меньше " + spoken + ".");
    assertThat(russian.said("queue.range-more", Map.of("from", minutes)))
        .isEqualTo("Ждать осталось больше " + spoken + ".");
    assertThat(russian.said("waiting.signed-up", Map.of("ahead", 5, "minutes", minutes)))
        .contains(" держать для вас два места в течение " + spoken + ". ");
    assertThat(russian.said("waiting.already", Map.of("ahead", 5, "minutes", minutes)))
        .contains(" держать для вас два места в течение " + spoken + ". ");
  }

  @ParameterizedTest
  @CsvSource({
    "minutes, 1, 2, от одной до двух минут",
    "minutes, 30, 45, от тридцати до сорока пяти минут",
    "mixed, 1, 60, от одной минуты до часа",
    "mixed, 45, 120, от сорока пяти минут до двух часов",
    "hours, 60, 90, от часа до полутора часов",
    "hours, 90, 180, от полутора часов до трёх часов",
    "hours, 120, 240, от двух часов до четырёх часов"
  })
  void aRangeNamesBothEnds(String kind, int from, int until, String spoken) {
    assertThat(russian.said("queue.range-" + kind, Map.of("from", from, "until", until)))
        .isEqualTo("Ждать осталось " + spoken + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "1, одну минуту",
    "2, две минуты",
    "5, пять минут",
    "11, одиннадцать минут",
    "21, двадцать одну минуту"
  })
  void theTimeUntilOpeningIsInTheAccusative(int minutes, String spoken) {
    assertThat(russian.said("queue.lobby-left", Map.of("minutes", minutes)))
        .isEqualTo("Горячая линия откроется через " + spoken + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "1, одного человека",
    "2, двух человек",
    "21, двадцати одного человека",
    "250, двухсот пятидесяти человек"
  })
  void stockIsForPeople(int count, String spoken) {
    assertThat(russian.said("queue.stock", Map.of("as_of", LocalTime.of(14, 5), "count", count)))
        .isEqualTo(
            "Мы проверили в четырнадцать часов пять минут: свободные места ещё были,"
                + " не меньше чем для %s.",
            spoken);
  }

  @ParameterizedTest
  @CsvSource({"01:00, часа ночи", "14:05, четырнадцати часов пяти минут"})
  void untilIsTheGenitive(LocalTime time, String spoken) {
    assertThat(russian.said("identity.locked", Map.of("until", time)))
        .contains(" код заблокирован до " + spoken + ". ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-01T08:00 | во вторник, первого декабря, в восемь часов утра",
        "2026-12-11T12:00 | в пятницу, одиннадцатого декабря, в двенадцать часов дня"
      })
  void aDayBringsItsPreposition(LocalDateTime moment, String spoken) {
    assertThat(russian.said("queue.closed", Map.of("opens", moment)))
        .isEqualTo("Горячая линия сейчас закрыта. Мы откроемся снова " + spoken + ".");
    assertThat(russian.said("callback.kept-later", Map.of("earliest", moment)))
        .contains(" Мы вам перезвоним, самое раннее — " + spoken + ". ");
  }
}
