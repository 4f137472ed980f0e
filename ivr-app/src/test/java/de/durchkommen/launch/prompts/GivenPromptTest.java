package de.durchkommen.launch.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.prompt.ArgumentKind;
import de.durchkommen.prompt.Digits;
import de.durchkommen.prompt.Prompt;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GivenPromptTest {
  private static final Prompt POSITION =
      Prompt.of("queue.position-about", Map.of("position", ArgumentKind.NUMBER));
  private static final Prompt ALL =
      Prompt.of(
          "all",
          Map.of(
              "a", ArgumentKind.TEXT,
              "b", ArgumentKind.DATE,
              "c", ArgumentKind.TIME,
              "d", ArgumentKind.DATE_TIME,
              "e", ArgumentKind.DIGITS));

  @ParameterizedTest
  @ValueSource(strings = {"queue.position-about", "QUEUE_POSITION_ABOUT", "Queue.Position.About"})
  void namesAreThoseOfTheCatalogueOrOfTheCode(String name) {
    assertThat(GivenPrompt.named(name, List.of(ALL, POSITION))).isEqualTo(POSITION);
  }

  @Test
  void anUnknownNameIsAnsweredWithThoseLikeIt() {
    assertThatThrownBy(() -> GivenPrompt.named("queue.turns", List.of(ALL, POSITION)))
        .hasMessage("Eine Ansage »queue.turns« gibt es nicht. Ähnlich: queue.position-about");
  }

  @Test
  void valuesHaveTheTypesOfTheArguments() {
    assertThat(
            GivenPrompt.said(
                    ALL,
                    List.of(
                        "a=Bad=Homburg", "b=2026-12-01", "c=09:30", "d=2026-12-01T09:30", "e=0123"))
                .values())
        .isEqualTo(
            Map.of(
                "a", "Bad=Homburg",
                "b", LocalDate.of(2026, 12, 1),
                "c", LocalTime.of(9, 30),
                "d", LocalDateTime.of(2026, 12, 1, 9, 30),
                "e", new Digits("0123")));
  }

  @ParameterizedTest
  @CsvSource({
    "position=x, passt nicht zu position. Zum Beispiel: position=3",
    "position, »position« passt nicht. queue.position-about braucht zum Beispiel: position=3",
    "place=3, »place=3« passt nicht",
  })
  void wrongValuesAreAnsweredWithAnExample(String given, String message) {
    assertThatThrownBy(() -> GivenPrompt.said(POSITION, List.of(given)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void missingValuesAreNamed() {
    assertThatThrownBy(() -> GivenPrompt.said(POSITION, List.of()))
        .hasMessageStartingWith("Es fehlt: position.");
  }
}
