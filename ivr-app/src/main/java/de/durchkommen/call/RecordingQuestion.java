package de.durchkommen.call;

import de.durchkommen.call.Caller.Tone;
import de.durchkommen.recording.Consents;
import de.durchkommen.recording.Consents.Answer;
import java.util.Optional;

/**
 * Whether the talk with a person may be recorded; asked once a call, and only where that is
 * switched on. Only 1 is a yes, pressed when the question had begun (German Criminal Code, section
 * 201; GDPR, article 6 (1) a). How it can be taken back is said before (article 7 (3)).
 */
final class RecordingQuestion {
  /** The star says the question again, so often. */
  static final int MOST_REPEATS = 3;

  private final Caller caller;
  private final Consents consents;

  RecordingQuestion(Caller caller, Consents consents) {
    this.caller = caller;
    this.consents = consents;
  }

  /**
   * Asks, if it is due, and says what follows from the answer.
   *
   * @param words come before it
   * @return whether they were said
   */
  boolean put(Runnable words) {
    if (!consents.isDue(caller.callId())) {
      return false;
    }
    words.run();
    Answer answer = answer();
    boolean recorded = consents.answered(caller.callId(), answer, caller.language().getLanguage());
    caller.learns((recorded ? WaitingPrompts.RECORDING_YES : WaitingPrompts.RECORDING_NO).said());
    return true;
  }

  private Answer answer() {
    Optional<Key> key = asked();
    for (int times = 0; times < MOST_REPEATS && isAgain(key); times++) {
      key = asked();
    }
    if (key.isEmpty()) {
      return Answer.NONE;
    }
    caller.answered(String.valueOf(key.get().symbol()));
    return switch (key.get()) {
      case ONE -> Answer.YES;
      case TWO -> Answer.NO;
      default -> Answer.NONE;
    };
  }

  /** What was pressed before cannot have been meant for it. */
  private Optional<Key> asked() {
    caller.forgetsKeys();
    return caller.firstKey(WaitingPrompts.RECORDING_ASK.said(), Question.FIRST_KEY, Tone.QUESTION);
  }

  private static boolean isAgain(Optional<Key> key) {
    return key.isPresent() && key.get() == Key.STAR;
  }
}
