package de.durchkommen.voice;

import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.SpokenText;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * Speaks with what people have recorded; else with the engines in the order of the language; and
 * keeps what was said.
 *
 * <p>A new text takes at most 31 s: 15 s until it is its turn, 4 s for each engine, of which a
 * language has three at most unless an operator orders more, and 4 s if RHVoice hangs in memory.
 */
@ApplicationScoped
public class VoiceAnnouncer implements Announcer {
  private static final System.Logger LOG = System.getLogger(VoiceAnnouncer.class.getName());

  /** How many lines of progress a long warming writes to the log. */
  private static final int LINES_OF_PROGRESS = 10;

  private final Studio studio;
  private final RecordedSounds recorded;

  /**
   * Opens the folder of sounds; no engine is started yet.
   *
   * @param library for how words are to be written for engines
   * @param config see {@link VoiceSettings} for the keys
   * @param clock says when a sound was used
   */
  @Inject
  public VoiceAnnouncer(PromptLibrary library, Config config, Clock clock) {
    this(library, key -> config.getOptionalValue(key, String.class), clock);
  }

  VoiceAnnouncer(PromptLibrary library, Function<String, Optional<String>> values, Clock clock) {
    this(library, VoiceSettings.of(values), Recordings.folder(values), clock);
  }

  /** With the recordings of a folder before the engines, or without any. */
  VoiceAnnouncer(
      PromptLibrary library, VoiceSettings settings, Optional<Path> recordings, Clock clock) {
    var cache = new SoundCache(settings.sounds(), settings.maxBytes(), clock);
    var workplaces = new Workplaces();
    var voices = Voices.of(settings, new Recordings(recordings, library, clock), clock);
    this.studio = new Studio(voices, cache, workplaces, library::pronunciation);
    this.recorded = new RecordedSounds(cache, workplaces);
  }

  /** For the container's proxy, which says nothing itself. */
  @SuppressWarnings("NullAway")
  VoiceAnnouncer() {
    this.studio = null;
    this.recorded = null;
  }

  /** With the application, for a program in memory is a process of its own. */
  @PreDestroy
  void end() {
    studio.end();
  }

  @Override
  public Path audio(SpokenText text) {
    return text.recording()
        .flatMap(recording -> recorded.sound(text, recording))
        .orElseGet(() -> studio.sound(text));
  }

  @Override
  public void warm(Collection<SpokenText> texts, Progress progress) {
    int every = Math.max(1, texts.size() / LINES_OF_PROGRESS);
    Announcer.super.warm(
        List.copyOf(texts),
        (done, all) -> {
          if (done % every == 0 || done == all) {
            LOG.log(System.Logger.Level.INFO, "Ansagen: {0} von {1} fertig", done, all);
          }
          progress.at(done, all);
        });
  }
}
