package de.durchkommen.call;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.prompt.Prompt;
import de.durchkommen.prompt.Utterance;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTest {
  private static final Utterance LONG = Prompt.of("long").said();
  private static final Utterance SHORT = Prompt.of("short").said();
  private static final Utterance WRONG = Prompt.of("wrong").said();

  private static Question<String> question(Question.Entry entry, String right) {
    return new Question<>(
        LONG, SHORT, WRONG, entry, keyed -> Optional.of(keyed).filter(right::equals));
  }

  @ParameterizedTest
  @CsvSource({
    "1234567890#, 1234567890",
    "1234567890, 1234567890",
    "12345678901#, 12345678901",
    "0123456789#, 0123456789",
    "123*1234567890#, 1234567890",
    "#1234567890#, 1234567890",
    "5, 5"
  })
  void anEntryEndsWithThePoundSignOrAPause(String keys, String understood) {
    var caller = new ScriptedCaller(keys);

    assertThat(caller.asked(question(Question.Entry.CODE, understood)))
        .isEqualTo(new Answer.Keyed<>(understood));
  }

  @ParameterizedTest
  @CsvSource({"0", "0#"})
  void zeroAloneMeansAPerson(String keys) {
    assertThat(new ScriptedCaller(keys).asked(question(Question.Entry.DATE, "05031941")))
        .isEqualTo(new Answer.WantsPerson<>());
  }

  @Test
  void aMenuTakesOneKeyAndKeepsTheNextForTheNextQuestion() {
    var caller = new ScriptedCaller("12");

    assertThat(caller.asked(question(Question.Entry.MENU, "1"))).isEqualTo(new Answer.Keyed<>("1"));
    assertThat(caller.key(Question.FIRST_KEY)).contains(Key.TWO);
  }

  @Test
  void theThirdMisunderstoodTurnIsTheLast() {
    var caller = new ScriptedCaller("7", "8", "9", "1");

    assertThat(caller.asked(question(Question.Entry.MENU, "1")))
        .isEqualTo(new Answer.Misunderstood<>());
    assertThat(caller.transcript)
        .containsExactly(
            "<< long", ">> 7", "<< wrong", "<< short", ">> 8", "<< wrong", "<< short", ">> 9");
  }

  @Test
  void theSecondSilentTurnIsTheLastAndRepeatsAreNotSilence() {
    var caller = new ScriptedCaller("*", "", "*", "");

    assertThat(caller.asked(question(Question.Entry.MENU, "1"))).isEqualTo(new Answer.Silent<>());
    assertThat(caller.transcript)
        .containsExactly("<< long", ">> *", "<< long", ">> ", "<< short", ">> *", "<< long", ">> ");
  }

  @Test
  void sayingAgainHasALimit() {
    String[] stars =
        Stream.generate(() -> "*").limit(Question.MAX_REPEATS + 1).toArray(String[]::new);
    var caller = new ScriptedCaller(stars);

    assertThat(caller.asked(question(Question.Entry.MENU, "1")))
        .isEqualTo(new Answer.Misunderstood<>());
  }

  @Test
  void digitsBeyondTheLimitAreNotCollected() {
    var caller = new ScriptedCaller("1".repeat(30));

    assertThat(caller.asked(question(Question.Entry.CODE, "1".repeat(Question.MAX_DIGITS))))
        .isEqualTo(new Answer.Keyed<>("1".repeat(Question.MAX_DIGITS)));
  }
}
