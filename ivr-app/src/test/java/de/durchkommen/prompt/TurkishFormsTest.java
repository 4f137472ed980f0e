package de.durchkommen.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Days after Türk Dil Kurumu, Yazım Kuralları, "Büyük Harflerin Kullanıldığı Yerler" and "Sayıların
 * Yazılışı"; endings after A. Göksel and C. Kerslake, Turkish: A Comprehensive Grammar, 2.1 and
 * 3.2.
 */
class TurkishFormsTest {
  private static final LocalDate TODAY = SaidSentences.TODAY;

  private final SpokenForms forms = new TurkishForms();

  @ParameterizedTest
  @CsvSource({
    "1, bir, Salı",
    "2, iki, Çarşamba",
    "3, üç, Perşembe",
    "4, dört, Cuma",
    "5, beş, Cumartesi",
    "6, altı, Pazar",
    "7, yedi, Pazartesi",
    "8, sekiz, Salı",
    "9, dokuz, Çarşamba",
    "10, on, Perşembe",
    "11, on bir, Cuma",
    "12, on iki, Cumartesi",
    "13, on üç, Pazar",
    "14, on dört, Pazartesi",
    "15, on beş, Salı",
    "16, on altı, Çarşamba",
    "17, on yedi, Perşembe",
    "18, on sekiz, Cuma",
    "19, on dokuz, Cumartesi",
    "20, yirmi, Pazar",
    "21, yirmi bir, Pazartesi",
    "22, yirmi iki, Salı",
    "23, yirmi üç, Çarşamba",
    "24, yirmi dört, Perşembe",
    "25, yirmi beş, Cuma",
    "26, yirmi altı, Cumartesi",
    "27, yirmi yedi, Pazar",
    "28, yirmi sekiz, Pazartesi",
    "29, yirmi dokuz, Salı",
    "30, otuz, Çarşamba",
    "31, otuz bir, Perşembe"
  })
  void theDayComesBeforeTheMonthAndTheWeekdayLast(int day, String number, String weekday) {
    assertThat(forms.date(LocalDate.of(2026, 12, day), TODAY))
        .isEqualTo("%s Aralık %s günü", number, weekday);
  }

  @ParameterizedTest
  @CsvSource({
    "1, Ocak",
    "2, Şubat",
    "3, Mart",
    "4, Nisan",
    "5, Mayıs",
    "6, Haziran",
    "7, Temmuz",
    "8, Ağustos",
    "9, Eylül",
    "10, Ekim",
    "11, Kasım",
    "12, Aralık"
  })
  void everyMonthHasItsName(int month, String spoken) {
    assertThat(forms.date(LocalDate.of(2027, month, 5), TODAY)).startsWith("beş " + spoken + " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025-12-31 | otuz bir Aralık iki bin yirmi beş Çarşamba günü",
        "2026-01-01 | bir Ocak Perşembe günü",
        "2027-12-31 | otuz bir Aralık Cuma günü",
        "2028-01-01 | bir Ocak iki bin yirmi sekiz Cumartesi günü",
        "1938-05-03 | üç Mayıs bin dokuz yüz otuz sekiz Salı günü"
      })
  void theYearIsSaidOnlyWhenItIsNotClear(LocalDate date, String spoken) {
    assertThat(forms.date(date, TODAY)).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource({
    "00:00, gece yarısı, gece yarısına",
    "00:01, gece yarısını bir dakika geçe, gece yarısını bir dakika geçeye",
    "00:59, gece yarısını elli dokuz dakika geçe, gece yarısını elli dokuz dakika geçeye",
    "01:00, gece saat birde, gece saat bire",
    "02:00, gece saat ikide, gece saat ikiye",
    "03:00, gece saat üçte, gece saat üçe",
    "04:00, gece saat dörtte, gece saat dörde",
    "05:00, sabah saat beşte, sabah saat beşe",
    "06:00, sabah saat altıda, sabah saat altıya",
    "07:00, sabah saat yedide, sabah saat yediye",
    "08:00, sabah saat sekizde, sabah saat sekize",
    "09:00:59, sabah saat dokuzda, sabah saat dokuza",
    "09:05, sabah saat dokuz sıfır beşte, sabah saat dokuz sıfır beşe",
    "09:30, sabah saat dokuz otuzda, sabah saat dokuz otuza",
    "10:00, sabah saat onda, sabah saat ona",
    "11:59, sabah saat on bir elli dokuzda, sabah saat on bir elli dokuza",
    "12:00, öğlen saat on ikide, öğlen saat on ikiye",
    "12:01, öğlen saat on iki sıfır birde, öğlen saat on iki sıfır bire",
    "13:00, saat on üçte, saat on üçe",
    "14:05, saat on dört sıfır beşte, saat on dört sıfır beşe",
    "15:40, saat on beş kırkta, saat on beş kırka",
    "18:50, saat on sekiz ellide, saat on sekiz elliye",
    "20:00, saat yirmide, saat yirmiye",
    "21:04, saat yirmi bir sıfır dörtte, saat yirmi bir sıfır dörde",
    "23:59, saat yirmi üç elli dokuzda, saat yirmi üç elli dokuza"
  })
  void timesHaveTheEndingsOfAtAndUntil(LocalTime time, String at, String until) {
    assertThat(forms.time(time)).isEqualTo(at);
    assertThat(forms.cases(time, TODAY)).isEqualTo(Map.of("dative", until));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-01T09:30 | bir Aralık Salı günü, sabah saat dokuz otuz | da | a",
        "2026-12-22T18:00 | yirmi iki Aralık Salı günü, saat on sekiz | de | e",
        "2028-01-01T01:00 | bir Ocak iki bin yirmi sekiz Cumartesi günü, gece saat bir | de | e",
        "2026-12-02T00:00 | iki Aralık Çarşamba günü, gün başlarken, gece yarısı | '' | na"
      })
  void aDayAndATimeAreOnePhrase(LocalDateTime moment, String spoken, String at, String until) {
    assertThat(forms.dateTime(moment, TODAY)).isEqualTo(spoken + at);
    assertThat(forms.cases(moment, TODAY)).isEqualTo(Map.of("dative", spoken + until));
  }

  @Test
  void untilADayIsToIt() {
    assertThat(forms.cases(LocalDate.of(2026, 12, 1), TODAY))
        .isEqualTo(Map.of("dative", "bir Aralık Salı gününe"));
    assertThat(forms.cases("Kassel", TODAY)).isEmpty();
  }

  @Test
  void aWordWithoutAVowelHasNoEnding() {
    assertThatThrownBy(() -> TurkishEndings.locative("krk"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | sıfır",
        "1234 | bir, iki, üç, dört",
        "471028 | dört, yedi, bir. sıfır, iki, sekiz",
        "0123456789 | sıfır, bir, iki. üç, dört, beş. altı, yedi, sekiz, dokuz"
      })
  void codesAreSaidInGroupsOfThree(String code, String spoken) {
    assertThat(forms.digits(new Digits(code))).isEqualTo(spoken);
  }
}
