package de.durchkommen.voice;

import de.durchkommen.prompt.SpokenText;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An engine that is left alone for a while after it failed several times in a row, so that not
 * every caller waits for the same broken program.
 */
final class RestedEngine implements VoiceEngine {
  /** One failure can be chance; this many in a row are not. */
  static final int FAILURES_IN_A_ROW = 3;

  /** How long it is left alone; then the next text tries it once. */
  static final Duration REST = Duration.ofMinutes(1);

  private final VoiceEngine engine;
  private final Clock clock;
  private int failures;
  private Instant restsUntil = Instant.MIN;

  RestedEngine(VoiceEngine engine, Clock clock) {
    this.engine = engine;
    this.clock = clock;
  }

  @Override
  public String id(Locale language) {
    return engine.id(language);
  }

  @Override
  public boolean speaks(Locale language) {
    return engine.speaks(language);
  }

  @Override
  public Optional<String> missing(Locale language) {
    return engine.missing(language);
  }

  @Override
  public void end() {
    engine.end();
  }

  @Override
  public void say(SpokenText text, Path wav) throws EngineFailure {
    refuseWhileResting();
    try {
      engine.say(text, wav);
      succeeded();
    } catch (EngineFailure e) {
      failed();
      throw e;
    }
  }

  private synchronized void refuseWhileResting() throws EngineFailure {
    if (clock.instant().isBefore(restsUntil)) {
      throw new EngineFailure("rests until %s after %d failures".formatted(restsUntil, failures));
    }
  }

  private synchronized void succeeded() {
    failures = 0;
  }

  private synchronized void failed() {
    failures++;
    if (failures >= FAILURES_IN_A_ROW) {
      restsUntil = clock.instant().plus(REST);
    }
  }
}
