package de.durchkommen.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueSettingsTest {
  private static final OpeningHours.Span SPAN = new OpeningHours.Span(480, 1_200);

  private static QueueSettings set(
      int dialogues, long lobby, long kept, long soonest, long latest) {
    QueueSettings usual = QueueSettings.USUAL;
    return new QueueSettings(
        dialogues,
        usual.order(),
        Duration.ofSeconds(lobby),
        Duration.ofSeconds(kept),
        Duration.ofSeconds(soonest),
        Duration.ofSeconds(latest),
        usual.callback(),
        usual.closing(),
        usual.stock(),
        usual.hours());
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 60, 10, 10", "10000, 14400, 7200, 600, 3600", "200, 1800, 600, 20, 20"})
  void theEndsOfTheRangesAreAllowed(int dialogues, long lobby, long kept, long soon, long late) {
    assertThat(set(dialogues, lobby, kept, soon, late).dialogues()).isEqualTo(dialogues);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 60, 20, 60, 'dialogues has to be from 1 to 10000'",
    "10001, 0, 60, 20, 60, 'dialogues has to be from 1 to 10000'",
    "1, -1, 60, 20, 60, 'lobby has to be whole seconds, from 0 to 14400'",
    "1, 14401, 60, 20, 60, 'lobby has to be whole seconds, from 0 to 14400'",
    "1, 0, 59, 20, 60, 'kept has to be whole seconds, from 60 to 7200'",
    "1, 0, 7201, 20, 60, 'kept has to be whole seconds, from 60 to 7200'",
    "1, 0, 60, 9, 60, 'soonest has to be whole seconds, from 10 to 600'",
    "1, 0, 60, 601, 900, 'soonest has to be whole seconds, from 10 to 600'",
    "1, 0, 60, 20, 19, 'latest has to be whole seconds, from 20 to 3600'",
    "1, 0, 60, 20, 3601, 'latest has to be whole seconds, from 20 to 3600'"
  })
  void whatIsOutOfItsRangeIsNamedWithIt(
      int dialogues, long lobby, long kept, long soonest, long latest, String told) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> set(dialogues, lobby, kept, soonest, latest))
        .withMessage(told);
  }

  @Test
  void hoursHaveLimitsToo() {
    Map<LocalDate, List<OpeningHours.Span>> days = new HashMap<>();
    for (int i = 0; i < 400; i++) {
      days.put(LocalDate.parse("2026-12-01").plusDays(i), List.of());
    }
    QueueSettings.USUAL.with(new OpeningHours(Map.of(), days));
    days.put(LocalDate.parse("2026-11-30"), Collections.nCopies(8, SPAN));
    OpeningHours many = new OpeningHours(Map.of(), days);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QueueSettings.USUAL.with(many))
        .withMessage("hours may have up to 400 days that differ");
    OpeningHours crowded =
        new OpeningHours(
            Map.of(), Map.of(LocalDate.parse("2026-11-30"), Collections.nCopies(9, SPAN)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QueueSettings.USUAL.with(crowded))
        .withMessage("hours may have up to 8 spans a day");
  }
}
