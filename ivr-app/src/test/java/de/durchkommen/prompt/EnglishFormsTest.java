package de.durchkommen.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Days after New Hart's Rules, 11.5 "Date forms", read out; times by the twelve-hour clock with the
 * part of the day.
 */
class EnglishFormsTest {
  private static final LocalDate TODAY = SaidSentences.TODAY;

  private final SpokenForms forms = new EnglishForms();

  @ParameterizedTest
  @CsvSource({
    "1, first",
    "2, second",
    "3, third",
    "4, fourth",
    "5, fifth",
    "6, sixth",
    "7, seventh",
    "8, eighth",
    "9, ninth",
    "10, tenth",
    "11, eleventh",
    "12, twelfth",
    "13, thirteenth",
    "14, fourteenth",
    "15, fifteenth",
    "16, sixteenth",
    "17, seventeenth",
    "18, eighteenth",
    "19, nineteenth",
    "20, twentieth",
    "21, twenty-first",
    "22, twenty-second",
    "23, twenty-third",
    "24, twenty-fourth",
    "25, twenty-fifth",
    "26, twenty-sixth",
    "27, twenty-seventh",
    "28, twenty-eighth",
    "29, twenty-ninth",
    "30, thirtieth",
    "31, thirty-first"
  })
  void everyDayOfTheMonthIsAnOrdinal(int day, String spoken) {
    assertThat(forms.date(LocalDate.of(2026, 12, day), TODAY))
        .endsWith(", the " + spoken + " of December");
  }

  @ParameterizedTest
  @CsvSource({
    "1, January",
    "2, February",
    "3, March",
    "4, April",
    "5, May",
    "6, June",
    "7, July",
    "8, August",
    "9, September",
    "10, October",
    "11, November",
    "12, December"
  })
  void everyMonthHasItsName(int month, String spoken) {
    assertThat(forms.date(LocalDate.of(2027, month, 5), TODAY)).endsWith("the fifth of " + spoken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-30 | Monday, the thirtieth of November",
        "2026-12-01 | Tuesday, the first of December",
        "2026-12-02 | Wednesday, the second of December",
        "2026-12-03 | Thursday, the third of December",
        "2026-12-04 | Friday, the fourth of December",
        "2026-12-05 | Saturday, the fifth of December",
        "2026-12-06 | Sunday, the sixth of December",
        "2025-12-31 | Wednesday, the thirty-first of December twenty twenty-five",
        "2026-01-01 | Thursday, the first of January",
        "2027-12-31 | Friday, the thirty-first of December",
        "2028-02-29 | Tuesday, the twenty-ninth of February twenty twenty-eight",
        "1938-05-03 | Tuesday, the third of May nineteen thirty-eight",
        "2000-02-29 | Tuesday, the twenty-ninth of February two thousand",
        "2001-01-01 | Monday, the first of January two thousand and one",
        "2009-12-31 | Thursday, the thirty-first of December two thousand and nine",
        "2010-01-01 | Friday, the first of January twenty ten"
      })
  void aDayHasItsWeekdayAndTheYearOnlyWhenItIsNotClear(LocalDate date, String spoken) {
    assertThat(forms.date(date, TODAY)).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource({
    "00:00, midnight",
    "00:01, one minute past midnight",
    "00:59, fifty-nine minutes past midnight",
    "01:00, one o'clock in the morning",
    "01:30, one thirty in the morning",
    "08:59, eight fifty-nine in the morning",
    "09:00, nine o'clock in the morning",
    "09:00:59, nine o'clock in the morning",
    "09:01, nine oh one in the morning",
    "09:05, nine oh five in the morning",
    "09:10, nine ten in the morning",
    "09:30, nine thirty in the morning",
    "11:59, eleven fifty-nine in the morning",
    "12:00, twelve noon",
    "12:01, twelve oh one in the afternoon",
    "13:00, one o'clock in the afternoon",
    "14:05, two oh five in the afternoon",
    "17:59, five fifty-nine in the afternoon",
    "18:00, six o'clock in the evening",
    "21:00, nine o'clock in the evening",
    "22:00, ten o'clock at night",
    "23:59, eleven fifty-nine at night"
  })
  void timesAreToldWithThePartOfTheDay(LocalTime time, String spoken) {
    assertThat(forms.time(time)).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-01T09:30 | Tuesday, the first of December, at nine thirty in the morning",
        "2026-12-22T18:00 | Tuesday, the twenty-second of December, at six o'clock in the evening",
        "2026-12-02T00:00 | Wednesday, the second of December, at the start of the day, at midnight"
      })
  void aDayAndATimeAreOnePhrase(LocalDateTime moment, String spoken) {
    assertThat(forms.dateTime(moment, TODAY)).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | zero",
        "1234 | one, two, three, four",
        "471028 | four, seven, one. zero, two, eight",
        "0123456789 | zero, one, two. three, four, five. six, seven, eight, nine"
      })
  void codesAreSaidInGroupsOfThree(String code, String spoken) {
    assertThat(forms.digits(new Digits(code))).isEqualTo(spoken);
  }
}
