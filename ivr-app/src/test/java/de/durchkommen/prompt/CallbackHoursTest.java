package de.durchkommen.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hours in which people are called back are told as they are set, in each language. */
class CallbackHoursTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de | 08:00 | 21:00 | zwischen 8 Uhr und 21 Uhr
          de | 09:30 | 18:00 | zwischen 9 Uhr 30 und 18 Uhr
          en | 09:30 | 18:00 | between nine thirty in the morning and six o'clock in the evening
          it | 09:30 | 18:00 | al più presto alle nove e trenta del mattino e al più tardi alle diciotto
          pl | 09:30 | 18:00 | najwcześniej o godzinie dziewiątej trzydzieści rano i najpóźniej o godzinie osiemnastej
          ru | 09:30 | 18:00 | самое раннее — в девять часов тридцать минут утра, самое позднее — в восемнадцать часов
          uk | 09:30 | 18:00 | найраніше — о девʼятій тридцять ранку, найпізніше — о вісімнадцятій годині
          tr | 09:30 | 18:00 | en erken sabah saat dokuz otuzda, en geç saat on sekizde
          ar | 09:30 | 18:00 | من الساعة التاسعة والنصف صباحًا إلى الساعة السادسة مساءً
          """)
  void theyAreTold(String language, LocalTime from, LocalTime until, String words) {
    assertThat(
            new SaidSentences(language).said("callback.kept", Map.of("from", from, "until", until)))
        .contains(words);
  }
}
