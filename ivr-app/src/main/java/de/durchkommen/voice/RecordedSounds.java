package de.durchkommen.voice;

import de.durchkommen.prompt.Recording;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.VoiceUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Sounds of recordings, kept like those of engines: a recording that was made for the telephone
 * before is found by its hash, without the file itself.
 */
final class RecordedSounds {
  private static final System.Logger LOG = System.getLogger(RecordedSounds.class.getName());
  private static final String VOICE = "recording-";

  private final SoundCache cache;
  private final Workplaces workplaces;

  RecordedSounds(SoundCache cache, Workplaces workplaces) {
    this.cache = cache;
    this.workplaces = workplaces;
  }

  /**
   * The sound of a recording.
   *
   * @return absolute base path without extension; empty when it cannot be had now: then an engine
   *     has to say the same words
   */
  Optional<Path> sound(SpokenText text, Recording recording) {
    String key = SoundCache.key(VOICE + recording.hash(), text);
    try {
      return Optional.of(
          cache
              .found(key)
              .orElseGet(() -> workplaces.used(() -> made(key, text, recording.wav()))));
    } catch (VoiceUnavailableException mute) {
      LOG.log(System.Logger.Level.WARNING, "A recording cannot be heard: {0}", mute.getMessage());
      return Optional.empty();
    }
  }

  private Path made(String key, SpokenText text, byte[] wav) {
    try {
      return cache.stored(key, TelephoneSound.of(wave(wav, cache.workFile())), text);
    } catch (EngineFailure unfit) {
      throw new VoiceUnavailableException(String.valueOf(unfit.getMessage()), unfit);
    }
  }

  /**
   * The sound in a file.
   *
   * @param place where it may lie for a moment
   */
  static Wave wave(byte[] wav, Path place) throws EngineFailure {
    try {
      try {
        Files.write(place, wav);
        return Wave.read(place);
      } finally {
        Files.deleteIfExists(place);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot work in " + place.getParent(), e);
    }
  }
}
