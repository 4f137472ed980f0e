package de.durchkommen.bench;

import de.durchkommen.call.Answer;
import de.durchkommen.call.CallScript;
import de.durchkommen.call.Caller;
import de.durchkommen.call.Outcome;
import de.durchkommen.call.Question;
import de.durchkommen.prompt.Prompt;
import java.util.Optional;

/**
 * A short dialogue: a question, four digits and the pound sign, half a second of silence, a second
 * prompt. All peers hold the same one with the same commands.
 */
final class ShortCall implements CallScript {
  /** What every caller keys before the pound sign. */
  static final String DIGITS = "1234";

  /** How long a peer waits for a key, as {@link Question} does. */
  static final int KEY_MILLIS = 10_000;

  /** How long it waits for each further key. */
  static final int NEXT_MILLIS = 5_000;

  /** How many digits the question takes at most. */
  static final int MOST = 10;

  /** The silence after a key. */
  static final int SILENCE_MILLIS = 500;

  private static final Prompt PROMPT = Prompt.of("bench");
  private static final Question<String> QUESTION =
      new Question<>(
          PROMPT.said(),
          PROMPT.said(),
          PROMPT.said(),
          Question.Entry.CODE,
          keyed -> Optional.of(keyed).filter(DIGITS::equals));

  @Override
  public Outcome answered(Caller caller) {
    Answer<String> answer = caller.asked(QUESTION);
    if (!(answer instanceof Answer.Keyed)) {
      // Not an end in words: the measurement counts it as a failure.
      throw new IllegalStateException("Keys were lost");
    }
    caller.hears(PROMPT.said());
    return Outcome.Plain.ENDED;
  }
}
