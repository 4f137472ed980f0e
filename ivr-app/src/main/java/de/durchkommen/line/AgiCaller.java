package de.durchkommen.line;

import de.durchkommen.call.CallDetails;
import de.durchkommen.call.Caller;
import de.durchkommen.call.CallerHungUp;
import de.durchkommen.call.Key;
import de.durchkommen.call.TalkedCall;
import de.durchkommen.call.Transcript;
import de.durchkommen.call.Transfer;
import de.durchkommen.journey.Journey;
import de.durchkommen.journey.Step;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.Utterance;
import de.durchkommen.queue.Bell;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A caller on Asterisk.
 *
 * <p>Between a key and the next words there is half a second of silence. It is spent waiting for a
 * key, so that neither a key nor a hangup in it is lost.
 */
final class AgiCaller extends Caller {
  /** Silence after a key press before speech starts (call-script.md). */
  static final Duration SILENCE = Duration.ofMillis(500);

  /** Keys dropped in one go; who presses more than this keeps the rest. */
  static final int MAX_DROPPED_KEYS = 20;

  /** Channel variable that is 1 while the caller has a place in the waiting room. */
  static final String WAITING = "DURCHKOMMEN_WAITING";

  /** Channel variable with the language in which the caller is spoken to. */
  static final String SPOKEN = "DURCHKOMMEN_SPOKEN";

  /** What Asterisk's DIALSTATUS is after a talk. */
  private static final String ANSWERED = "ANSWER";

  /** Channel variables with the talk that is to begin, and the agent's telephone. */
  private static final String TALK = "DURCHKOMMEN_TALK";

  /** See {@link #TALK}. */
  private static final String AGENT = "DURCHKOMMEN_AGENT";

  /** Channel variable with what the script {@code talked} is to be told. */
  private static final String TALKED = "DURCHKOMMEN_TALKED";

  private final CallHeader header;
  private final AgiLine line;
  private final Voice voice;
  private final Extension person;
  private final Notes notes;
  private final Clock clock;
  private Locale language = Locale.GERMAN;
  private Instant lastKey = Instant.EPOCH;
  private boolean talked;
  private boolean handedOver;

  /**
   * Where a person answers.
   *
   * @param dial Asterisk's dial string
   * @param ring how long it rings
   */
  record Extension(String dial, Duration ring) {}

  /**
   * What is written down of a call.
   *
   * @param transcript the words, for agents
   * @param journey the path, for supervisors
   */
  record Notes(Transcript transcript, Journey journey) {}

  AgiCaller(
      CallHeader header, AgiLine line, Voice voice, Extension person, Notes notes, Clock clock) {
    this.header = header;
    this.line = line;
    this.voice = voice;
    this.person = person;
    this.notes = notes;
    this.clock = clock;
  }

  /** Tells the dialplan that there is somebody here, before anything that may take time. */
  void taken() {
    line.stays(Duration.ZERO);
  }

  @Override
  public String callId() {
    return header.callId();
  }

  @Override
  public Optional<String> number() {
    return header.number();
  }

  @Override
  public CallDetails details() {
    return header.details();
  }

  @Override
  public Locale language() {
    return language;
  }

  @Override
  public void speaks(Locale language) {
    this.language = language;
  }

  /** {@inheritDoc} The dialplan's own words are those of {@link #SPOKEN}. */
  @Override
  protected void languageSettled(Locale settled) {
    line.noted(SPOKEN, settled.getLanguage());
  }

  /** {@inheritDoc} The dialplan's fallback goes by {@link #WAITING}. */
  @Override
  public void placeIsKept(boolean kept) {
    notes.journey().waits(kept);
    line.noted(WAITING, kept ? "1" : "");
  }

  /** {@inheritDoc} After its own tries the dialplan asks for the script {@code talked} then. */
  @Override
  public void waitsForPerson(boolean waits) {
    notes.journey().waits(waits);
    line.noted(WAITING, waits ? "1" : "");
    line.noted(TALKED, waits ? ",0," + TalkedCall.WAITING : "");
  }

  /** {@inheritDoc} The dialplan goes by these two variables. */
  @Override
  public void handedTo(long talk, String phoneUser) {
    handedOver = true;
    line.noted(WAITING, "");
    line.noted(AGENT, phoneUser);
    line.noted(TALK, Long.toString(talk));
  }

  /** Whether an agent's telephone rings for this caller once the script has ended. */
  boolean isHandedOver() {
    return handedOver;
  }

  @Override
  protected List<Transcript.Line> transcribed() {
    return notes.transcript().lines(0);
  }

  @Override
  public boolean talkedToPerson() {
    return talked;
  }

  /**
   * {@inheritDoc}
   *
   * @throws CallerHungUp also after a talk, if the caller ended it; {@link #talkedToPerson} tells
   */
  @Override
  public Transfer transferredToPerson() {
    // Nobody is called to the telephone for a caller who has gone.
    line.checked();
    boolean answered = line.dialled(person.dial(), person.ring()).equals(ANSWERED);
    talked |= answered;
    line.checked();
    return answered ? Transfer.TALKED : Transfer.NOBODY;
  }

  @Override
  protected Optional<Key> played(Utterance utterance, Tone tone) {
    return played(utterance, tone, line::streamed);
  }

  /** The same; but the bell ends it, so that nobody who is waiting for the caller has to wait. */
  @Override
  protected Optional<Key> played(Utterance utterance, Tone tone, Bell bell) {
    return played(utterance, tone, audio -> line.streamed(audio, bell));
  }

  @Override
  protected Optional<Key> played(SpokenText words) {
    return urgent(words, line::streamed);
  }

  @Override
  protected Optional<Key> played(SpokenText words, Bell bell) {
    return urgent(words, audio -> line.streamed(audio, bell));
  }

  private Optional<Key> urgent(SpokenText words, Function<Path, Optional<Key>> streamed) {
    return voice.optional(words).flatMap(said -> told(Step.URGENT, said, Tone.STATEMENT, streamed));
  }

  private Optional<Key> played(
      Utterance utterance, Tone tone, Function<Path, Optional<Key>> streamed) {
    return told(utterance.prompt().id(), voice.said(utterance, language), tone, streamed);
  }

  private Optional<Key> told(
      String prompt, Voice.Said said, Tone tone, Function<Path, Optional<Key>> streamed) {
    Duration silence = silenceLeft();
    if (silence.isPositive()) {
      Optional<Key> early = key(silence);
      if (early.isPresent()) {
        return early;
      }
    }
    notes.transcript().said(tone, said.words().text(), said.audio().toString());
    notes.journey().said(prompt, tone != Tone.STATEMENT);
    return pressed(streamed.apply(said.audio()));
  }

  /**
   * {@inheritDoc}
   *
   * <p>One command for all: between two commands Asterisk drops what is pressed, and each command
   * is work for both sides.
   */
  @Override
  protected Entered keys(int most, Duration patience) {
    if (most == 1) {
      return super.keys(most, patience);
    }
    AgiLine.Keyed keyed = line.entered(most, patience);
    if (!keyed.timedOut()) {
      lastKey = clock.instant();
    }
    boolean whole = keyed.symbols().length() == most;
    return new Entered(keyed.symbols(), keyed.timedOut() || !whole);
  }

  @Override
  protected Optional<Key> key(Duration within) {
    return pressed(line.waited(within));
  }

  /**
   * {@inheritDoc}
   *
   * <p>The music plays on while words are prepared, up to the first of them, and after them goes on
   * where it was: that is what Asterisk does by itself.
   */
  @Override
  protected Optional<Key> music(Duration within, Bell bell) {
    Optional<Key> key = pressed(line.listened(within, bell, voice.music().get()));
    key.ifPresent(choice -> notes.journey().keyed(String.valueOf(choice.symbol())));
    return key;
  }

  /** Drops keys until it has been silent for as long as it must be before speech. */
  @Override
  protected void dropKeys() {
    int dropped = 0;
    while (dropped < MAX_DROPPED_KEYS && key(silenceLeft()).isPresent()) {
      dropped++;
    }
  }

  @Override
  protected void answered(@Nullable String keys) {
    notes.transcript().keyed(keys);
    notes.journey().keyed(keys);
  }

  private Optional<Key> pressed(Optional<Key> key) {
    if (key.isPresent()) {
      lastKey = clock.instant();
    }
    return key;
  }

  private Duration silenceLeft() {
    long left = Duration.between(clock.instant(), lastKey.plus(SILENCE)).toMillis();
    // Never more than the whole, even if somebody sets the clock back.
    return Duration.ofMillis(Math.clamp(left, 0, SILENCE.toMillis()));
  }
}
