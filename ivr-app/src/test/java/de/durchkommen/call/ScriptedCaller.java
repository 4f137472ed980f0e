package de.durchkommen.call;

import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.Utterance;
import de.durchkommen.queue.Arrival;
import de.durchkommen.queue.Bell;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A caller who keys what a test says, one entry for each question, and stays silent after the last.
 * Notes all that is said ({@code <<}) and keyed ({@code >>}).
 */
final class ScriptedCaller extends Caller {
  /** An entry that keys nothing. */
  static final String SILENCE = "";

  final List<String> transcript = new ArrayList<>();
  private final Deque<String> entries = new ArrayDeque<>();
  private final Deque<Key> keys = new ArrayDeque<>();
  private final Deque<Transfer> transfers = new ArrayDeque<>();
  private Optional<String> number = Optional.empty();
  private int stepsLeft = Integer.MAX_VALUE;
  private int steps;
  private StringBuilder afterResult = new StringBuilder();
  Duration waited = Duration.ZERO;
  private final Deque<String> duringMusic = new ArrayDeque<>();
  private final List<Consumer<Duration>> musicListeners = new ArrayList<>();
  private CallDetails details =
      new CallDetails(Arrival.ORDINARY, false, Optional.empty(), OptionalLong.empty());
  private boolean talked;
  private Locale language = Locale.GERMAN;

  ScriptedCaller(String... entries) {
    this.entries.addAll(List.of(entries));
  }

  /** What comes of each try to reach a person; nobody is there after the last. */
  ScriptedCaller reaching(Transfer... results) {
    transfers.addAll(List.of(results));
    return this;
  }

  /** The number that the network shows. */
  ScriptedCaller callingFrom(String shown) {
    number = Optional.of(shown);
    return this;
  }

  /** The keys that are pressed in each stretch of music, one at most; none after the last. */
  ScriptedCaller listening(String... symbols) {
    duringMusic.addAll(List.of(symbols));
    return this;
  }

  /** Is told of each stretch of music, and for how long it may last. */
  ScriptedCaller whileMusicPlays(Consumer<Duration> listener) {
    musicListeners.add(listener);
    return this;
  }

  /** What the telephone says of the call. */
  ScriptedCaller with(CallDetails known) {
    details = known;
    return this;
  }

  ScriptedCaller hangingUpAfter(int count) {
    stepsLeft = count;
    return this;
  }

  /** Keys that are pressed before anything is asked. */
  void early(String symbols) {
    press(symbols);
  }

  /** Keys that are pressed one by one, each while a result is said. */
  void afterResult(String symbols) {
    afterResult = new StringBuilder(symbols);
  }

  int steps() {
    return steps;
  }

  @Override
  protected Optional<Key> played(Utterance utterance, Tone tone) {
    step();
    transcript.add("<< " + line(utterance));
    if (tone != Tone.STATEMENT && !entries.isEmpty()) {
      String entry = entries.pop();
      press(entry);
      transcript.add(">> " + entry);
    }
    if (utterance.prompt().equals(Prompts.BOOKED) && !afterResult.isEmpty()) {
      press(afterResult.substring(0, 1));
      afterResult.deleteCharAt(0);
    }
    return Optional.ofNullable(keys.poll());
  }

  @Override
  protected Optional<Key> played(SpokenText words) {
    step();
    transcript.add("<< urgent " + words.language() + ": " + words.text());
    return Optional.ofNullable(keys.poll());
  }

  @Override
  protected Optional<Key> key(Duration within) {
    step();
    if (keys.isEmpty()) {
      waited = waited.plus(within);
    }
    return Optional.ofNullable(keys.poll());
  }

  @Override
  public void waitsForPerson(boolean waits) {
    transcript.add("** waits for a person: " + waits);
  }

  @Override
  public void handedTo(long talk, String phoneUser) {
    step();
    transcript.add("** talk " + talk + " with " + phoneUser);
  }

  @Override
  protected List<Transcript.Line> transcribed() {
    return List.of(new Transcript.Line(Transcript.Kind.TOLD, "so far", ""));
  }

  @Override
  public Transfer transferredToPerson() {
    step();
    Transfer result = transfers.isEmpty() ? Transfer.NOBODY : transfers.pop();
    transcript.add("** person " + result);
    talked |= result == Transfer.TALKED;
    return result;
  }

  @Override
  protected Optional<Key> music(Duration within, Bell bell) {
    step();
    transcript.add("~~ " + within.toSeconds());
    musicListeners.forEach(listener -> listener.accept(within));
    String symbol = duringMusic.isEmpty() ? SILENCE : duringMusic.pop();
    if (!symbol.isEmpty()) {
      transcript.add(">> " + symbol);
    }
    press(symbol);
    return Optional.ofNullable(keys.poll());
  }

  @Override
  public void placeIsKept(boolean kept) {
    transcript.add(kept ? "++ place kept" : "-- place kept");
  }

  @Override
  public boolean talkedToPerson() {
    return talked;
  }

  @Override
  public CallDetails details() {
    return details;
  }

  @Override
  protected void dropKeys() {
    keys.clear();
  }

  @Override
  protected void answered(@Nullable String keys) {}

  @Override
  public String callId() {
    return "test";
  }

  @Override
  public Locale language() {
    return language;
  }

  @Override
  public void speaks(Locale other) {
    language = other;
  }

  @Override
  protected void languageSettled(Locale settled) {
    transcript.add("== " + settled.getLanguage());
  }

  @Override
  public Optional<String> number() {
    return number;
  }

  private void press(String symbols) {
    symbols.chars().forEach(symbol -> keys.add(Key.of((char) symbol).orElseThrow()));
  }

  private void step() {
    steps++;
    if (stepsLeft-- == 0) {
      throw new CallerHungUp();
    }
  }

  private String line(Utterance utterance) {
    var line = new StringBuilder(language.equals(Locale.GERMAN) ? "" : language + ": ");
    line.append(utterance.prompt().id());
    new TreeMap<>(utterance.values()).forEach((name, value) -> line.append(' ').append(value));
    return line.toString();
  }
}
