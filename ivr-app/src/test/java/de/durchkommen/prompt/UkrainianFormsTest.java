package de.durchkommen.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Days and years in the genitive, weekdays with "у" and the accusative, hours with "о" and the
 * locative, "об" before a vowel (Український правопис 2019, "Чергування у — в", "о — об").
 */
class UkrainianFormsTest {
  private static final LocalDate TODAY = SaidSentences.TODAY;

  private final SpokenForms forms = new UkrainianForms();

  @ParameterizedTest
  @CsvSource({
    "1, першого",
    "2, другого",
    "3, третього",
    "4, четвертого",
    "5, пʼятого",
    "6, шостого",
    "7, сьомого",
    "8, восьмого",
    "9, девʼятого",
    "10, десятого",
    "11, одинадцятого",
    "12, дванадцятого",
    "13, тринадцятого",
    "14, чотирнадцятого",
    "15, пʼятнадцятого",
    "16, шістнадцятого",
    "17, сімнадцятого",
    "18, вісімнадцятого",
    "19, девʼятнадцятого",
    "20, двадцятого",
    "21, двадцять першого",
    "22, двадцять другого",
    "23, двадцять третього",
    "24, двадцять четвертого",
    "25, двадцять пʼятого",
    "26, двадцять шостого",
    "27, двадцять сьомого",
    "28, двадцять восьмого",
    "29, двадцять девʼятого",
    "30, тридцятого",
    "31, тридцять першого"
  })
  void everyDayOfTheMonthIsInTheGenitive(int day, String spoken) {
    assertThat(forms.date(LocalDate.of(2026, 12, day), TODAY)).endsWith(", " + spoken + " грудня");
  }

  @ParameterizedTest
  @CsvSource({
    "1, січня",
    "2, лютого",
    "3, березня",
    "4, квітня",
    "5, травня",
    "6, червня",
    "7, липня",
    "8, серпня",
    "9, вересня",
    "10, жовтня",
    "11, листопада",
    "12, грудня"
  })
  void everyMonthIsInTheGenitive(int month, String spoken) {
    assertThat(forms.date(LocalDate.of(2027, month, 5), TODAY)).endsWith(", пʼятого " + spoken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-30 | у понеділок, тридцятого листопада",
        "2026-12-01 | у вівторок, першого грудня",
        "2026-12-02 | у середу, другого грудня",
        "2026-12-03 | у четвер, третього грудня",
        "2026-12-04 | у пʼятницю, четвертого грудня",
        "2026-12-05 | у суботу, пʼятого грудня",
        "2026-12-06 | у неділю, шостого грудня",
        "2025-12-31 | у середу, тридцять першого грудня дві тисячі двадцять пʼятого року",
        "2026-01-01 | у четвер, першого січня",
        "2027-12-31 | у пʼятницю, тридцять першого грудня",
        "2028-01-01 | у суботу, першого січня дві тисячі двадцять восьмого року",
        "2000-02-29 | у вівторок, двадцять девʼятого лютого двотисячного року",
        "1938-05-03 | у вівторок, третього травня тисяча девʼятсот тридцять восьмого року"
      })
  void aDayHasItsWeekdayAndTheYearOnlyWhenItIsNotClear(LocalDate date, String spoken) {
    assertThat(forms.date(date, TODAY)).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource({
    "00:00, о нульовій годині, нульової години",
    "00:01, о нульовій нуль одна, нульової нуль одна",
    "01:00, о першій годині ночі, першої години ночі",
    "01:30, о першій тридцять ночі, першої тридцять ночі",
    "03:59, о третій пʼятдесят девʼять ночі, третьої пʼятдесят девʼять ночі",
    "04:00, о четвертій годині ранку, четвертої години ранку",
    "08:59, о восьмій пʼятдесят девʼять ранку, восьмої пʼятдесят девʼять ранку",
    "09:00, о девʼятій годині ранку, девʼятої години ранку",
    "09:00:59, о девʼятій годині ранку, девʼятої години ранку",
    "09:05, о девʼятій нуль пʼять ранку, девʼятої нуль пʼять ранку",
    "09:22, о девʼятій двадцять дві ранку, девʼятої двадцять дві ранку",
    "09:30, о девʼятій тридцять ранку, девʼятої тридцять ранку",
    "11:00, об одинадцятій годині ранку, одинадцятої години ранку",
    "12:00, о дванадцятій годині дня, дванадцятої години дня",
    "13:00, о тринадцятій годині, тринадцятої години",
    "14:05, о чотирнадцятій нуль пʼять, чотирнадцятої нуль пʼять",
    "21:00, о двадцять першій годині, двадцять першої години",
    "23:59, о двадцять третій пʼятдесят девʼять, двадцять третьої пʼятдесят девʼять"
  })
  void timesHaveTheirPreposition(LocalTime time, String spoken, String genitive) {
    assertThat(forms.time(time)).isEqualTo(spoken);
    assertThat(forms.cases(time, TODAY)).containsExactly(Map.entry("genitive", genitive));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-01T09:30 | у вівторок, першого грудня, о девʼятій тридцять ранку",
        "2026-12-22T18:00 | у вівторок, двадцять другого грудня, о вісімнадцятій годині",
        "2026-12-02T00:00 | у середу, другого грудня, о нульовій годині"
      })
  void aDayAndATimeAreOnePhrase(LocalDateTime moment, String spoken) {
    assertThat(forms.dateTime(moment, TODAY)).isEqualTo(spoken);
    assertThat(forms.cases(moment, TODAY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | нуль",
        "1234 | один, два, три, чотири",
        "471028 | чотири, сім, один. нуль, два, вісім",
        "0123456789 | нуль, один, два. три, чотири, пʼять. шість, сім, вісім, девʼять"
      })
  void codesAreSaidInGroupsOfThree(String code, String spoken) {
    assertThat(forms.digits(new Digits(code))).isEqualTo(spoken);
  }
}
