package de.durchkommen.voice;

import de.durchkommen.prompt.PromptFolder;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.SpokenText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the files that Asterisk says when the application does not answer: {@code FallbackSounds
 * <folder of the prompts> <folder of the sounds>}. Needs the JDK and ICU4J only.
 *
 * <p>For each language and each text {@code fallback.*} there come {@code <language>/<key>.txt} and
 * one file for each {@link SoundCodec}; and the music of those who wait, {@code music/music.*} and
 * {@code tone/tone.*}. Which engines speak, and which folder of sounds they work in, is told by the
 * system properties of {@link VoiceSettings}.
 */
public final class FallbackSounds {
  private static final String FALLBACK = "fallback.";
  private static final String MUSIC = "music";
  private static final String TONE = "tone";

  private FallbackSounds() {}

  /**
   * Makes the files, over those of before.
   *
   * @throws IllegalStateException if a language has no such text
   * @throws de.durchkommen.prompt.VoiceUnavailableException if no engine works
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException(
          "FallbackSounds <folder of the prompts> <folder of the sounds>");
    }
    Clock clock = Clock.systemUTC();
    var library = new PromptLibrary(PromptFolder.of(Optional.of(arguments[0])), clock);
    Path out = Path.of(arguments[1]).toAbsolutePath();
    VoiceSettings settings = VoiceSettings.of(FallbackSounds::property);
    var recordings =
        new Recordings(
            Recordings.folder(FallbackSounds::property)
                .or(() -> Optional.of(Path.of(arguments[0]).resolve("recordings"))),
            library,
            clock);
    var studio =
        new Studio(
            Voices.of(settings, recordings, clock),
            new SoundCache(settings.sounds(), settings.maxBytes(), clock),
            new Workplaces(),
            library::pronunciation);
    for (Locale language : library.languages()) {
      write(studio, library, language, out);
    }
    SoundFiles.writeAudio(
        Files.createDirectories(out.resolve(MUSIC)).resolve(MUSIC), HoldMusic.sound());
    SoundFiles.writeAudio(
        Files.createDirectories(out.resolve(TONE)).resolve(TONE), HoldMusic.tone());
  }

  private static Optional<String> property(String key) {
    return Optional.ofNullable(System.getProperty(key));
  }

  private static void write(Studio studio, PromptLibrary library, Locale language, Path out)
      throws IOException {
    Map<String, SpokenText> texts = library.fixedTextsById(language, FALLBACK);
    if (texts.isEmpty()) {
      throw new IllegalStateException(
          "%s: no text %s*".formatted(language.toLanguageTag(), FALLBACK));
    }
    Path folder = Files.createDirectories(out.resolve(language.toLanguageTag()));
    for (Map.Entry<String, SpokenText> text : texts.entrySet()) {
      Path sound = studio.sound(text.getValue());
      SoundFiles.copy(sound, folder.resolve(text.getKey()), text.getValue());
    }
  }
}
