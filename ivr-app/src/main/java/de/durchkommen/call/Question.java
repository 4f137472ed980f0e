package de.durchkommen.call;

import static de.durchkommen.call.Prompts.ENTRY_CLEARED;

import de.durchkommen.call.Caller.Tone;
import de.durchkommen.language.Languages;
import de.durchkommen.prompt.Utterance;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A question with its limits. It owns the one loop in which a question is asked again.
 *
 * <p>The reserved keys are those of ISO/IEC 13714: 0 leads to a person, star says the question
 * again or clears what was keyed, the pound sign ends an entry; in a menu 9 offers other languages.
 * Since a code or a date may contain a 0, in an entry of several digits 0 means a person when it
 * stands alone.
 *
 * <p>Silence is not a mistake: after one unanswered turn the question comes in shorter words, after
 * {@link #MAX_SILENT} it is {@link Answer.Silent}.
 *
 * @param wording what is asked
 * @param shorter the same in fewer words, for the second time
 * @param notUnderstood what is said to keys that mean nothing here
 * @param entry what is keyed
 * @param parser what the keys mean; empty when they mean nothing
 */
public record Question<T>(
    Utterance wording,
    Utterance shorter,
    Utterance notUnderstood,
    Entry entry,
    Function<String, Optional<T>> parser) {
  /** How long the first key may take. */
  static final Duration FIRST_KEY = Duration.ofSeconds(10);

  /** How long each further key may take. */
  static final Duration NEXT_KEY = Duration.ofSeconds(5);

  /** How long the pound sign may take once as many digits are there as are expected. */
  static final Duration LAST_POUND = Duration.ofSeconds(2);

  /** Unanswered turns before {@link Answer.Silent}. */
  static final int MAX_SILENT = 2;

  /** Turns that were not understood before {@link Answer.Misunderstood}. */
  static final int MAX_MISUNDERSTOOD = 3;

  /** How often a question is said again on request. */
  static final int MAX_REPEATS = 20;

  /** In a menu, the key that offers other languages. */
  private static final String LANGUAGE = String.valueOf(Languages.CHANGE_KEY);

  /** Digits beyond this number are not listened to. */
  static final int MAX_DIGITS = 20;

  /** What is keyed as an answer. */
  public enum Entry {
    /** One key. */
    MENU(1, Tone.QUESTION),
    /** One key, to a question that says something about the caller. */
    PRIVATE_MENU(1, Tone.PRIVATE_QUESTION),
    /** The ten digits of an invitation. */
    CODE(10, Tone.SECRET_QUESTION),
    /** Day, month and year in eight digits. */
    DATE(8, Tone.SECRET_QUESTION),
    /** A telephone number, of any length. */
    PHONE(MAX_DIGITS, Tone.SECRET_QUESTION);

    private final int length;
    private final Tone tone;

    Entry(int length, Tone tone) {
      this.length = length;
      this.tone = tone;
    }

    private boolean secret() {
      return tone == Tone.SECRET_QUESTION;
    }
  }

  Answer<T> askedOf(Caller caller) {
    return new Turns(caller).answer();
  }

  /** The turns of one asking. */
  private final class Turns {
    private final Caller caller;
    private Utterance next = wording;
    private int silent;
    private int misunderstood;
    private int repeats;

    Turns(Caller caller) {
      this.caller = caller;
    }

    Answer<T> answer() {
      Answer<T> answer = turn();
      while (answer == null) {
        answer = turn();
      }
      return answer;
    }

    private @Nullable Answer<T> turn() {
      Optional<Key> first = caller.firstKey(next, FIRST_KEY, entry.tone);
      if (first.isEmpty()) {
        next = shorter;
        return ++silent == MAX_SILENT ? new Answer.Silent<>() : null;
      }
      if (!first.get().isDigit()) {
        next = wording;
        return ++repeats > MAX_REPEATS ? new Answer.Misunderstood<>() : null;
      }
      Optional<String> keyed = keyed(first.get());
      if (keyed.isEmpty()) {
        caller.hears(ENTRY_CLEARED.said());
        next = shorter;
        return ++repeats > MAX_REPEATS ? new Answer.Misunderstood<>() : null;
      }
      return understood(keyed.get());
    }

    private @Nullable Answer<T> understood(String keyed) {
      caller.answered(entry.secret() ? null : keyed);
      if (keyed.equals("0")) {
        return new Answer.WantsPerson<>();
      }
      Optional<T> value = parser.apply(keyed);
      if (value.isPresent()) {
        return new Answer.Keyed<>(value.get());
      }
      if (entry.length == 1 && keyed.equals(LANGUAGE) && caller.changesLanguage()) {
        next = wording;
        return ++repeats > MAX_REPEATS ? new Answer.Misunderstood<>() : null;
      }
      if (++misunderstood == MAX_MISUNDERSTOOD) {
        return new Answer.Misunderstood<>();
      }
      caller.learns(notUnderstood);
      next = shorter;
      return null;
    }

    /**
     * Reads on to the pound sign or a pause; empty when the caller cleared the entry. Who goes on
     * keying after clearing it has begun again.
     */
    private Optional<String> keyed(Key first) {
      StringBuilder keyed = new StringBuilder().append(first.symbol());
      boolean over = entry.length == 1;
      while (!over && keyed.length() < MAX_DIGITS) {
        int missing = entry.length - keyed.length();
        Duration patience = missing == 0 ? LAST_POUND : NEXT_KEY;
        Caller.Entered more = caller.furtherKeys(Math.max(1, missing), patience);
        int star = more.symbols().lastIndexOf(Key.STAR.symbol());
        if (star >= 0) {
          keyed.setLength(0);
        }
        keyed.append(more.symbols().substring(star + 1));
        if (keyed.isEmpty()) {
          return Optional.empty();
        }
        over = more.over();
      }
      return Optional.of(keyed.toString());
    }
  }
}
