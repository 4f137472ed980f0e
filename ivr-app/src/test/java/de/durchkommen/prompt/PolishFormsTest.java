package de.durchkommen.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Days and years in the genitive, weekdays with "w" or "we" and the accusative, hours as ordinals
 * (Słownik języka polskiego PWN, Poradnia językowa, "daty", "godziny").
 */
class PolishFormsTest {
  private static final LocalDate TODAY = SaidSentences.TODAY;

  private final SpokenForms forms = new PolishForms();

  @ParameterizedTest
  @CsvSource({
    "1, pierwszego",
    "2, drugiego",
    "3, trzeciego",
    "4, czwartego",
    "5, piątego",
    "6, szóstego",
    "7, siódmego",
    "8, ósmego",
    "9, dziewiątego",
    "10, dziesiątego",
    "11, jedenastego",
    "12, dwunastego",
    "13, trzynastego",
    "14, czternastego",
    "15, piętnastego",
    "16, szesnastego",
    "17, siedemnastego",
    "18, osiemnastego",
    "19, dziewiętnastego",
    "20, dwudziestego",
    "21, dwudziestego pierwszego",
    "22, dwudziestego drugiego",
    "23, dwudziestego trzeciego",
    "24, dwudziestego czwartego",
    "25, dwudziestego piątego",
    "26, dwudziestego szóstego",
    "27, dwudziestego siódmego",
    "28, dwudziestego ósmego",
    "29, dwudziestego dziewiątego",
    "30, trzydziestego",
    "31, trzydziestego pierwszego"
  })
  void everyDayOfTheMonthIsInTheGenitive(int day, String spoken) {
    assertThat(forms.date(LocalDate.of(2026, 12, day), TODAY)).endsWith(", " + spoken + " grudnia");
  }

  @ParameterizedTest
  @CsvSource({
    "1, stycznia",
    "2, lutego",
    "3, marca",
    "4, kwietnia",
    "5, maja",
    "6, czerwca",
    "7, lipca",
    "8, sierpnia",
    "9, września",
    "10, października",
    "11, listopada",
    "12, grudnia"
  })
  void everyMonthIsInTheGenitive(int month, String spoken) {
    assertThat(forms.date(LocalDate.of(2027, month, 5), TODAY)).endsWith(", piątego " + spoken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-30 | w poniedziałek, trzydziestego listopada",
        "2026-12-01 | we wtorek, pierwszego grudnia",
        "2026-12-02 | w środę, drugiego grudnia",
        "2026-12-03 | w czwartek, trzeciego grudnia",
        "2026-12-04 | w piątek, czwartego grudnia",
        "2026-12-05 | w sobotę, piątego grudnia",
        "2026-12-06 | w niedzielę, szóstego grudnia",
        "2025-12-31 | w środę, trzydziestego pierwszego grudnia dwa tysiące dwudziestego piątego roku",
        "2026-01-01 | w czwartek, pierwszego stycznia",
        "2027-12-31 | w piątek, trzydziestego pierwszego grudnia",
        "2028-01-01 | w sobotę, pierwszego stycznia dwa tysiące dwudziestego ósmego roku",
        "2000-02-29 | we wtorek, dwudziestego dziewiątego lutego dwutysięcznego roku",
        "1994-05-03 | we wtorek, trzeciego maja tysiąc dziewięćset dziewięćdziesiątego czwartego roku",
        "1950-05-03 | w środę, trzeciego maja tysiąc dziewięćset pięćdziesiątego roku",
        "1964-05-03 | w niedzielę, trzeciego maja tysiąc dziewięćset sześćdziesiątego czwartego roku",
        "1938-05-03 | we wtorek, trzeciego maja tysiąc dziewięćset trzydziestego ósmego roku"
      })
  void aDayHasItsWeekdayAndTheYearOnlyWhenItIsNotClear(LocalDate date, String spoken) {
    assertThat(forms.date(date, TODAY)).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource({
    "00:00, o północy, północy",
    "00:01, o godzinie zerowej zero jeden w nocy, godziny zerowej zero jeden w nocy",
    "01:00, o godzinie pierwszej w nocy, godziny pierwszej w nocy",
    "01:30, o godzinie pierwszej trzydzieści w nocy, godziny pierwszej trzydzieści w nocy",
    "03:00, o godzinie trzeciej w nocy, godziny trzeciej w nocy",
    "04:00, o godzinie czwartej rano, godziny czwartej rano",
    "08:59, o godzinie ósmej pięćdziesiąt dziewięć rano, godziny ósmej pięćdziesiąt dziewięć rano",
    "09:00, o godzinie dziewiątej rano, godziny dziewiątej rano",
    "09:00:59, o godzinie dziewiątej rano, godziny dziewiątej rano",
    "09:05, o godzinie dziewiątej zero pięć rano, godziny dziewiątej zero pięć rano",
    "09:22, o godzinie dziewiątej dwadzieścia dwa rano, godziny dziewiątej dwadzieścia dwa rano",
    "09:30, o godzinie dziewiątej trzydzieści rano, godziny dziewiątej trzydzieści rano",
    "12:00, o godzinie dwunastej w południe, godziny dwunastej w południe",
    "12:05, o godzinie dwunastej zero pięć, godziny dwunastej zero pięć",
    "13:00, o godzinie trzynastej, godziny trzynastej",
    "14:05, o godzinie czternastej zero pięć, godziny czternastej zero pięć",
    "21:00, o godzinie dwudziestej pierwszej, godziny dwudziestej pierwszej",
    "23:40, o godzinie dwudziestej trzeciej czterdzieści, godziny dwudziestej trzeciej czterdzieści"
  })
  void timesHaveTheirPreposition(LocalTime time, String spoken, String genitive) {
    assertThat(forms.time(time)).isEqualTo(spoken);
    assertThat(forms.cases(time, TODAY)).containsExactly(Map.entry("genitive", genitive));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-01T09:30 | we wtorek, pierwszego grudnia, o godzinie dziewiątej trzydzieści rano",
        "2026-12-22T18:00 | we wtorek, dwudziestego drugiego grudnia, o godzinie osiemnastej",
        "2026-12-02T00:00 | w środę, drugiego grudnia, na początku dnia, o północy"
      })
  void aDayAndATimeAreOnePhrase(LocalDateTime moment, String spoken) {
    assertThat(forms.dateTime(moment, TODAY)).isEqualTo(spoken);
    assertThat(forms.cases(moment, TODAY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | zero",
        "1234 | jeden, dwa, trzy, cztery",
        "471028 | cztery, siedem, jeden. zero, dwa, osiem",
        "0123456789 | zero, jeden, dwa. trzy, cztery, pięć. sześć, siedem, osiem, dziewięć"
      })
  void codesAreSaidInGroupsOfThree(String code, String spoken) {
    assertThat(forms.digits(new Digits(code))).isEqualTo(spoken);
  }
}
