package de.durchkommen.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Days after the Accademia della Crusca, Consulenza linguistica, "L'articolo con le date e le
 * cifre"; prepositions before days and hours after R. Fornaciari, Sintassi italiana dell'uso
 * moderno, "Tempo", § 10 and 11.
 */
class ItalianFormsTest {
  private static final LocalDate TODAY = SaidSentences.TODAY;

  private final SpokenForms forms = new ItalianForms();

  @ParameterizedTest
  @CsvSource({
    "1, martedì primo",
    "2, mercoledì due",
    "3, giovedì tre",
    "4, venerdì quattro",
    "5, sabato cinque",
    "6, domenica sei",
    "7, lunedì sette",
    "8, martedì otto",
    "9, mercoledì nove",
    "10, giovedì dieci",
    "11, venerdì undici",
    "12, sabato dodici",
    "13, domenica tredici",
    "14, lunedì quattordici",
    "15, martedì quindici",
    "16, mercoledì sedici",
    "17, giovedì diciassette",
    "18, venerdì diciotto",
    "19, sabato diciannove",
    "20, domenica venti",
    "21, lunedì ventuno",
    "22, martedì ventidue",
    "23, mercoledì ventitré",
    "24, giovedì ventiquattro",
    "25, venerdì venticinque",
    "26, sabato ventisei",
    "27, domenica ventisette",
    "28, lunedì ventotto",
    "29, martedì ventinove",
    "30, mercoledì trenta",
    "31, giovedì trentuno"
  })
  void onlyTheFirstDayOfTheMonthIsAnOrdinal(int day, String spoken) {
    assertThat(forms.date(LocalDate.of(2026, 12, day), TODAY)).isEqualTo(spoken + " dicembre");
  }

  @ParameterizedTest
  @CsvSource({
    "1, gennaio",
    "2, febbraio",
    "3, marzo",
    "4, aprile",
    "5, maggio",
    "6, giugno",
    "7, luglio",
    "8, agosto",
    "9, settembre",
    "10, ottobre",
    "11, novembre",
    "12, dicembre"
  })
  void everyMonthHasItsName(int month, String spoken) {
    assertThat(forms.date(LocalDate.of(2027, month, 5), TODAY)).endsWith(" cinque " + spoken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-30 | lunedì trenta novembre",
        "2025-12-31 | mercoledì trentuno dicembre duemilaventicinque",
        "2026-01-01 | giovedì primo gennaio",
        "2027-12-31 | venerdì trentuno dicembre",
        "2028-01-01 | sabato primo gennaio duemilaventotto",
        "2028-02-29 | martedì ventinove febbraio duemilaventotto",
        "1938-05-03 | martedì tre maggio millenovecentotrentotto"
      })
  void theYearIsSaidOnlyWhenItIsNotClear(LocalDate date, String spoken) {
    assertThat(forms.date(date, TODAY)).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource({
    "00:00, a mezzanotte",
    "00:01, a mezzanotte e uno",
    "00:59, a mezzanotte e cinquantanove",
    "01:00, all'una di notte",
    "01:30, all'una e trenta di notte",
    "04:59, alle quattro e cinquantanove di notte",
    "05:00, alle cinque del mattino",
    "08:59, alle otto e cinquantanove del mattino",
    "09:00, alle nove del mattino",
    "09:00:59, alle nove del mattino",
    "09:01, alle nove e uno del mattino",
    "09:05, alle nove e cinque del mattino",
    "09:30, alle nove e trenta del mattino",
    "11:59, alle undici e cinquantanove del mattino",
    "12:00, a mezzogiorno",
    "12:01, alle dodici e uno",
    "13:00, alle tredici",
    "14:05, alle quattordici e cinque",
    "18:23, alle diciotto e ventitré",
    "21:00, alle ventuno",
    "23:59, alle ventitré e cinquantanove"
  })
  void timesHaveTheirPreposition(LocalTime time, String spoken) {
    assertThat(forms.time(time)).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "2026-12-01T09:30 | martedì primo dicembre, alle nove e trenta del mattino",
        "2026-12-22T18:00 | martedì ventidue dicembre, alle diciotto",
        "2028-01-01T01:00 | sabato primo gennaio duemilaventotto, all'una di notte",
        "2026-12-02T00:00 | mercoledì due dicembre, all'inizio della giornata, a mezzanotte"
      })
  void aDayAndATimeAreOnePhrase(LocalDateTime moment, String spoken) {
    assertThat(forms.dateTime(moment, TODAY)).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | zero",
        "1234 | uno, due, tre, quattro",
        "471028 | quattro, sette, uno. zero, due, otto",
        "0123456789 | zero, uno, due. tre, quattro, cinque. sei, sette, otto, nove"
      })
  void codesAreSaidInGroupsOfThree(String code, String spoken) {
    assertThat(forms.digits(new Digits(code))).isEqualTo(spoken);
  }
}
