package de.durchkommen.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Days in the genitive, "родительный даты" (Русская грамматика, АН СССР 1980, vol. II), weekdays
 * with "в" or "во" and the accusative. ICU writes "е" for "ё" in "четвертого", "трех" and
 * "четырех"; the pronunciation list puts it right.
 */
class RussianFormsTest {
  private static final LocalDate TODAY = SaidSentences.TODAY;

  private final SpokenForms forms = new RussianForms();

  @ParameterizedTest
  @CsvSource({
    "1, первого",
    "2, второго",
    "3, третьего",
    "4, четвертого",
    "5, пятого",
    "6, шестого",
    "7, седьмого",
    "8, восьмого",
    "9, девятого",
    "10, десятого",
    "11, одиннадцатого",
    "12, двенадцатого",
    "13, тринадцатого",
    "14, четырнадцатого",
    "15, пятнадцатого",
    "16, шестнадцатого",
    "17, семнадцатого",
    "18, восемнадцатого",
    "19, девятнадцатого",
    "20, двадцатого",
    "21, двадцать первого",
    "22, двадцать второго",
    "23, двадцать третьего",
    "24, двадцать четвертого",
    "25, двадцать пятого",
    "26, двадцать шестого",
    "27, двадцать седьмого",
    "28, двадцать восьмого",
    "29, двадцать девятого",
    "30, тридцатого",
    "31, тридцать первого"
  })
  void everyDayOfTheMonthIsInTheGenitive(int day, String spoken) {
    assertThat(forms.date(LocalDate.of(2026, 12, day), TODAY)).endsWith(", " + spoken + " декабря");
  }

  @ParameterizedTest
  @CsvSource({
    "1, января",
    "2, февраля",
    "3, марта",
    "4, апреля",
    "5, мая",
    "6, июня",
    "7, июля",
    "8, августа",
    "9, сентября",
    "10, октября",
    "11, ноября",
    "12, декабря"
  })
  void everyMonthIsInTheGenitive(int month, String spoken) {
    assertThat(forms.date(LocalDate.of(2027, month, 5), TODAY)).endsWith(", пятого " + spoken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-30 | в понедельник, тридцатого ноября",
        "2026-12-01 | во вторник, первого декабря",
        "2026-12-02 | в среду, второго декабря",
        "2026-12-03 | в четверг, третьего декабря",
        "2026-12-04 | в пятницу, четвертого декабря",
        "2026-12-05 | в субботу, пятого декабря",
        "2026-12-06 | в воскресенье, шестого декабря",
        "2025-12-31 | в среду, тридцать первого декабря две тысячи двадцать пятого года",
        "2026-01-01 | в четверг, первого января",
        "2027-12-31 | в пятницу, тридцать первого декабря",
        "2028-01-01 | в субботу, первого января две тысячи двадцать восьмого года",
        "2000-02-29 | во вторник, двадцать девятого февраля двухтысячного года",
        "1938-05-03 | во вторник, третьего мая тысяча девятьсот тридцать восьмого года"
      })
  void aDayHasItsWeekdayAndTheYearOnlyWhenItIsNotClear(LocalDate date, String spoken) {
    assertThat(forms.date(date, TODAY)).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource({
    "00:00, в ноль часов, ноля часов",
    "00:01, в ноль часов одну минуту, ноля часов одной минуты",
    "01:00, в час ночи, часа ночи",
    "01:30, в час тридцать минут ночи, часа тридцати минут ночи",
    "02:00, в два часа ночи, двух часов ночи",
    "03:59, в три часа пятьдесят девять минут ночи, трех часов пятидесяти девяти минут ночи",
    "04:00, в четыре часа утра, четырех часов утра",
    "08:59, в восемь часов пятьдесят девять минут утра, восьми часов пятидесяти девяти минут утра",
    "09:00, в девять часов утра, девяти часов утра",
    "09:00:59, в девять часов утра, девяти часов утра",
    "09:01, в девять часов одну минуту утра, девяти часов одной минуты утра",
    "09:22, в девять часов двадцать две минуты утра, девяти часов двадцати двух минут утра",
    "09:30, в девять часов тридцать минут утра, девяти часов тридцати минут утра",
    "12:00, в двенадцать часов дня, двенадцати часов дня",
    "13:00, в тринадцать часов, тринадцати часов",
    "14:05, в четырнадцать часов пять минут, четырнадцати часов пяти минут",
    "21:00, в двадцать один час, двадцати одного часа",
    "22:41, в двадцать два часа сорок одну минуту, двадцати двух часов сорока одной минуты",
    "23:00, в двадцать три часа, двадцати трех часов"
  })
  void timesAgreeWithTheirNouns(LocalTime time, String spoken, String genitive) {
    assertThat(forms.time(time)).isEqualTo(spoken);
    assertThat(forms.cases(time, TODAY)).containsExactly(Map.entry("genitive", genitive));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-01T09:30 | во вторник, первого декабря, в девять часов тридцать минут утра",
        "2026-12-22T18:00 | во вторник, двадцать второго декабря, в восемнадцать часов",
        "2026-12-02T00:00 | в среду, второго декабря, в ноль часов"
      })
  void aDayAndATimeAreOnePhrase(LocalDateTime moment, String spoken) {
    assertThat(forms.dateTime(moment, TODAY)).isEqualTo(spoken);
    assertThat(forms.cases(moment, TODAY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | ноль",
        "1234 | один, два, три, четыре",
        "471028 | четыре, семь, один. ноль, два, восемь",
        "0123456789 | ноль, один, два. три, четыре, пять. шесть, семь, восемь, девять"
      })
  void codesAreSaidInGroupsOfThree(String code, String spoken) {
    assertThat(forms.digits(new Digits(code))).isEqualTo(spoken);
  }
}
