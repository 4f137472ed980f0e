package de.durchkommen.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GermanFormsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final SpokenForms forms = new GermanForms();

  @ParameterizedTest
  @CsvSource({
    "1, ersten",
    "2, zweiten",
    "3, dritten",
    "4, vierten",
    "5, fünften",
    "6, sechsten",
    "7, siebten",
    "8, achten",
    "9, neunten",
    "10, zehnten",
    "11, elften",
    "12, zwölften",
    "13, dreizehnten",
    "14, vierzehnten",
    "15, fünfzehnten",
    "16, sechzehnten",
    "17, siebzehnten",
    "18, achtzehnten",
    "19, neunzehnten",
    "20, zwanzigsten",
    "21, einundzwanzigsten",
    "22, zweiundzwanzigsten",
    "23, dreiundzwanzigsten",
    "24, vierundzwanzigsten",
    "25, fünfundzwanzigsten",
    "26, sechsundzwanzigsten",
    "27, siebenundzwanzigsten",
    "28, achtundzwanzigsten",
    "29, neunundzwanzigsten",
    "30, dreißigsten",
    "31, einunddreißigsten"
  })
  void everyDayOfTheMonthIsSpelledInTheDative(int day, String spoken) {
    assertThat(forms.date(LocalDate.of(2026, 12, day), TODAY))
        .endsWith(", dem " + spoken + " Dezember");
  }

  @ParameterizedTest
  @CsvSource({
    "1, Januar",
    "2, Februar",
    "3, März",
    "4, April",
    "5, Mai",
    "6, Juni",
    "7, Juli",
    "8, August",
    "9, September",
    "10, Oktober",
    "11, November",
    "12, Dezember"
  })
  void everyMonthHasItsGermanName(int month, String spoken) {
    assertThat(forms.date(LocalDate.of(2027, month, 5), TODAY)).endsWith("dem fünften " + spoken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-30 | Montag, dem dreißigsten November",
        "2026-12-01 | Dienstag, dem ersten Dezember",
        "2026-12-02 | Mittwoch, dem zweiten Dezember",
        "2026-12-03 | Donnerstag, dem dritten Dezember",
        "2026-12-04 | Freitag, dem vierten Dezember",
        "2026-12-05 | Samstag, dem fünften Dezember",
        "2026-12-06 | Sonntag, dem sechsten Dezember",
        "2025-12-31 | Mittwoch, dem einunddreißigsten Dezember zweitausendfünfundzwanzig",
        "2026-01-01 | Donnerstag, dem ersten Januar",
        "2027-12-31 | Freitag, dem einunddreißigsten Dezember",
        "2028-01-01 | Samstag, dem ersten Januar zweitausendachtundzwanzig",
        "2028-02-29 | Dienstag, dem neunundzwanzigsten Februar zweitausendachtundzwanzig",
        "1938-05-03 | Dienstag, dem dritten Mai neunzehnhundertachtunddreißig"
      })
  void aDayHasItsWeekdayAndTheYearOnlyWhenItIsNotClear(LocalDate date, String spoken) {
    assertThat(forms.date(date, TODAY)).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource({
    "00:00, 0 Uhr",
    "00:01, 0 Uhr 1",
    "00:59, 0 Uhr 59",
    "01:00, ein Uhr",
    "01:30, ein Uhr 30",
    "02:00, 2 Uhr",
    "08:59, 8 Uhr 59",
    "09:00, 9 Uhr",
    "09:00:59, 9 Uhr",
    "09:01, 9 Uhr 1",
    "09:05, 9 Uhr 5",
    "09:10, 9 Uhr 10",
    "09:30, 9 Uhr 30",
    "12:00, 12 Uhr",
    "13:00, 13 Uhr",
    "14:05, 14 Uhr 5",
    "21:00, 21 Uhr",
    "23:59, 23 Uhr 59"
  })
  void timesAreSaidAsPeopleSayThem(LocalTime time, String spoken) {
    assertThat(forms.time(time)).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-01T09:30 | Dienstag, dem ersten Dezember, um 9 Uhr 30",
        "2026-12-22T18:00 | Dienstag, dem zweiundzwanzigsten Dezember, um 18 Uhr",
        "2028-01-01T01:00 | Samstag, dem ersten Januar zweitausendachtundzwanzig, um ein Uhr"
      })
  void aDayAndATimeAreOnePhrase(LocalDateTime moment, String spoken) {
    assertThat(forms.dateTime(moment, TODAY)).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | null",
        "12 | eins, zwo",
        "123 | eins, zwo, drei",
        "1234 | eins, zwo, drei, vier",
        "12345 | eins, zwo, drei. vier, fünf",
        "471028 | vier, sieben, eins. null, zwo, acht",
        "1234567 | eins, zwo, drei. vier, fünf, sechs, sieben",
        "12345678 | eins, zwo, drei. vier, fünf, sechs. sieben, acht",
        "123456789 | eins, zwo, drei. vier, fünf, sechs. sieben, acht, neun",
        "0123456789 | null, eins, zwo. drei, vier, fünf. sechs, sieben, acht, neun",
        "12345678901 | eins, zwo, drei. vier, fünf, sechs. sieben, acht, neun. null, eins"
      })
  void codesAreSaidInGroupsOfThreeWithNoDigitAlone(String code, String spoken) {
    assertThat(forms.digits(new Digits(code))).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource({"21", "31"})
  void noSoftHyphensReachTheVoice(int day) {
    assertThat(forms.date(LocalDate.of(2031, 3, day), TODAY)).doesNotContain("\u00ad");
  }
}
