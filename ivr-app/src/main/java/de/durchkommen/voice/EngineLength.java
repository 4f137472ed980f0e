package de.durchkommen.voice;

import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.VoiceUnavailableException;
import java.util.OptionalDouble;
import java.util.function.Function;

/** How long an engine speaks: what a person should take for the same words, more or less. */
public final class EngineLength implements Function<SpokenText, OptionalDouble> {
  private static final double REST_SECONDS = Silence.REST_BEFORE + Silence.REST_AFTER;

  private final Announcer engines;

  /** With the engines alone; see {@link Voices#engines}. */
  public EngineLength(Announcer engines) {
    this.engines = engines;
  }

  @Override
  public OptionalDouble apply(SpokenText text) {
    try {
      double seconds = SoundCopy.seconds(engines.audio(text)) - REST_SECONDS;
      return seconds > 0 ? OptionalDouble.of(seconds) : OptionalDouble.empty();
    } catch (VoiceUnavailableException mute) {
      return OptionalDouble.empty();
    }
  }
}
