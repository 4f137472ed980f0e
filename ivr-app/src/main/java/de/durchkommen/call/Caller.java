package de.durchkommen.call;

import de.durchkommen.call.UrgentWords.Urgent;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.Utterance;
import de.durchkommen.queue.Bell;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The person on the line, as the scripts see them.
 *
 * <p>What a telephone must be able to do are the protected methods; how keys and prompts play
 * together is here, once. A key that is pressed while something is said stops it and counts for the
 * question that follows.
 *
 * <p>Every method throws {@link CallerHungUp} once the caller is gone. For one thread only.
 */
public abstract class Caller {
  /** How long somebody has to ask for news again. */
  static final Duration REPEAT_WISH = Duration.ofSeconds(4);

  private final Deque<Key> early = new ArrayDeque<>(2);
  private final Set<Heard> urgent = new HashSet<>();
  private BooleanSupplier languageChange = () -> false;
  private @Nullable Bell end;

  /** The call's id for logs and the journal: SIP Call-ID where there is one; no personal data. */
  public abstract String callId();

  /** The language in which the caller is spoken to now. */
  public abstract Locale language();

  /** Speaks to the caller in this language from now on. */
  public abstract void speaks(Locale language);

  /** The same, and the telephone is told: its own words are in that language too. */
  void speaksFromNowOn(Locale language) {
    speaks(language);
    languageSettled(language);
  }

  /** Tells the telephone in which language it should speak when it has to speak by itself. */
  protected abstract void languageSettled(Locale language);

  /**
   * What happens when the key for another language is pressed in a menu.
   *
   * @param choice returns whether there was anything to choose from
   */
  void changesLanguageBy(BooleanSupplier choice) {
    languageChange = choice;
  }

  /** Offers other languages, when there are any; returns whether it did. */
  boolean changesLanguage() {
    return languageChange.getAsBoolean();
  }

  /** The caller's number as the network gave it; empty when withheld. */
  public abstract Optional<String> number();

  /** What the telephone says of this call. */
  public abstract CallDetails details();

  /**
   * Lets the caller listen to music.
   *
   * @param within for how long at most, more than zero
   * @param bell ends it when it rings
   * @return a key that was pressed, before or during it
   */
  Optional<Key> waits(Duration within, Bell bell) {
    Key waiting = early.poll();
    return waiting == null ? music(within, bell) : Optional.of(waiting);
  }

  /** From now on words end when this rings, so that nobody waits for their end; null for never. */
  void endsWordsAt(@Nullable Bell bell) {
    end = bell;
  }

  private Optional<Key> told(Utterance utterance, Tone tone) {
    Bell bell = end;
    return bell == null ? played(utterance, tone) : played(utterance, tone, bell);
  }

  /** Says something; a key pressed before or during it ends it and counts for the next question. */
  public void hears(Utterance utterance) {
    if (early.isEmpty()) {
      told(utterance, Tone.STATEMENT).ifPresent(early::add);
    }
  }

  /** Says news: as {@link #hears}, but keys pressed before it cannot have been meant for it. */
  public void learns(Utterance news) {
    forgetsKeys();
    hears(news);
  }

  private record Heard(long announcement, Locale language) {}

  /** Says what is urgent now and was not said to them in their language; as {@link #hears}. */
  void hearsUrgent(UrgentWords words) {
    unheard(words).forEach(this::hears);
  }

  /**
   * Says news, and before it what has become urgent meanwhile. Keys pressed before count for
   * neither; a key that ends the urgent words counts, and then the news are not said.
   */
  void learns(Utterance news, UrgentWords words) {
    List<Urgent> unheard = unheard(words);
    if (unheard.isEmpty()) {
      learns(news);
      return;
    }
    forgetsKeys();
    unheard.forEach(this::hears);
    hears(news);
  }

  private List<Urgent> unheard(UrgentWords words) {
    Locale spoken = language();
    return words.now(spoken).stream()
        .filter(one -> !urgent.contains(new Heard(one.announcement(), spoken)))
        .toList();
  }

  /** What a key has kept from beginning at all is said later. */
  private void hears(Urgent one) {
    if (early.isEmpty()) {
      urgent.add(new Heard(one.announcement(), language()));
      Bell bell = end;
      Optional<Key> key = bell == null ? played(one.words()) : played(one.words(), bell);
      key.ifPresent(early::add);
    }
  }

  /** Asks until there is an answer, the caller wants a person, or the question's limits are met. */
  public <T> Answer<T> asked(Question<T> question) {
    return question.askedOf(this);
  }

  /**
   * Tells the telephone whether this caller has a place in the waiting room and waits for their
   * turn: from then on, should this application die, the telephone says that the place is kept,
   * plays music and tries again, instead of ringing a person.
   */
  public abstract void placeIsKept(boolean kept);

  /**
   * Tells the telephone whether this caller waits for a person: as {@link #placeIsKept}, and when
   * the telephone has tried again they are back in that queue.
   */
  public abstract void waitsForPerson(boolean waits);

  /**
   * When the script has ended, the telephone lets that of an agent ring.
   *
   * @param talk the talk's number
   * @param phoneUser the agent's telephone
   */
  public abstract void handedTo(long talk, String phoneUser);

  /** What was said and keyed so far, without secrets. */
  protected abstract List<Transcript.Line> transcribed();

  /** Lets some time pass, and keeps a key that is pressed meanwhile for what comes next. */
  void pauses(Duration time) {
    key(time).ifPresent(early::add);
  }

  /** Tries to reach a person; returns when the talk is over or nobody answered. */
  public abstract Transfer transferredToPerson();

  /** Whether the caller has talked with a person, whoever hung up then. */
  public abstract boolean talkedToPerson();

  /** Plays a question's wording unless a key is there already. */
  Optional<Key> firstKey(Utterance wording, Duration patience, Tone tone) {
    Key waiting = early.poll();
    if (waiting != null) {
      return Optional.of(waiting);
    }
    Optional<Key> during = told(wording, tone);
    return during.isPresent() ? during : key(patience);
  }

  /** Waits for a further key of an entry that has begun. */
  Optional<Key> nextKey(Duration patience) {
    Key waiting = early.poll();
    return waiting == null ? key(patience) : Optional.of(waiting);
  }

  /**
   * Waits for further keys of an entry that has begun.
   *
   * @param most how many digits, 1 or more
   * @param patience how long each may take
   */
  Entered furtherKeys(int most, Duration patience) {
    var first = new StringBuilder();
    while (first.length() < most && !early.isEmpty()) {
      Key key = early.remove();
      if (key == Key.POUND) {
        return new Entered(first.toString(), true);
      }
      first.append(key.symbol());
    }
    if (first.length() == most) {
      return new Entered(first.toString(), false);
    }
    Entered more = keys(most - first.length(), patience);
    return new Entered(first + more.symbols(), more.over());
  }

  /**
   * What was keyed.
   *
   * @param symbols digits, and stars where one was pressed
   * @param over whether the entry ended with the pound sign or a pause, and not by its length
   */
  public record Entered(String symbols, boolean over) {}

  /**
   * Waits for several keys, to the pound sign, a pause, or the last of them. A telephone that can
   * do so in one go loses none of those that come fast. May end with a star, or go on after one.
   */
  protected Entered keys(int most, Duration patience) {
    var keyed = new StringBuilder();
    while (keyed.length() < most) {
      Optional<Key> key = key(patience);
      if (key.isEmpty() || key.get() == Key.POUND) {
        return new Entered(keyed.toString(), true);
      }
      keyed.append(key.get().symbol());
      if (key.get() == Key.STAR) {
        break;
      }
    }
    return new Entered(keyed.toString(), false);
  }

  /**
   * Waits for a key that stands alone.
   *
   * @param patience how long it may take
   * @param alone how long no other may follow: then both count for the question that comes next
   */
  Optional<Key> singleKey(Duration patience, Duration alone) {
    Optional<Key> first = nextKey(patience);
    Optional<Key> second =
        first.filter(Key::isDigit).isPresent() ? nextKey(alone) : Optional.empty();
    if (second.isEmpty()) {
      return first;
    }
    second.ifPresent(early::addFirst);
    first.ifPresent(early::addFirst);
    return Optional.empty();
  }

  /** Counts a key for the question that comes next. */
  void givesBack(Key key) {
    early.addFirst(key);
  }

  /**
   * Says news that can be said again with the star key, and waits a moment for it.
   *
   * @return the key that ended it, when that was not the star
   */
  Optional<Key> learnsRepeatably(Utterance news) {
    for (int times = 0; times <= Question.MAX_REPEATS; times++) {
      learns(news);
      Key waiting = early.poll();
      Optional<Key> key = waiting == null ? key(REPEAT_WISH) : Optional.of(waiting);
      if (key.isEmpty() || key.get() != Key.STAR) {
        return key;
      }
    }
    return Optional.empty();
  }

  /** Drops keys that were pressed and not yet used. */
  void forgetsKeys() {
    early.clear();
    dropKeys();
  }

  /**
   * Says something to its end, or until a key is pressed.
   *
   * @return the key that ended it; empty when it was said to its end
   */
  protected abstract Optional<Key> played(Utterance utterance, Tone tone);

  /** The same, where a telephone can do so also until the bell rings; not at all if it has. */
  protected Optional<Key> played(Utterance utterance, Tone tone, Bell bell) {
    return played(utterance, tone);
  }

  /**
   * Says urgent words to their end, or until a key is pressed. Where they cannot be said now they
   * are left out: nobody has to do without the rest for them.
   *
   * @return the key that ended them
   */
  protected abstract Optional<Key> played(SpokenText words);

  /** The same, where a telephone can do so also until the bell rings; not at all if it has. */
  protected Optional<Key> played(SpokenText words, Bell bell) {
    return played(words);
  }

  /**
   * Waits for a key.
   *
   * @param within how long to wait, more than zero
   */
  protected abstract Optional<Key> key(Duration within);

  /**
   * Plays music until the time is over, a key is pressed or the bell rings. Goes on where it ended
   * the last time.
   *
   * @param within how long, more than zero
   */
  protected abstract Optional<Key> music(Duration within, Bell bell);

  /** Drops keys that the telephone has received and nobody has asked for. */
  protected abstract void dropKeys();

  /** Notes what was keyed as an answer, for the transcript; {@code null} for a secret one. */
  protected abstract void answered(@Nullable String keys);

  /** Why something is said, for the transcript. */
  public enum Tone {
    /** Nothing is expected. */
    STATEMENT,
    /** Keys are expected. */
    QUESTION,
    /** Keys are expected that must not be written down. */
    SECRET_QUESTION,
    /** Keys are expected, and what is said must not be written down. */
    PRIVATE_QUESTION
  }
}
