package de.durchkommen.voice;

import de.durchkommen.prompt.Pronunciation;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.VoiceUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Makes sounds, or finds those made before.
 *
 * <p>A text that several callers want at once is made once: the first makes it, the others wait for
 * it. The engines are asked in order; what a later one said is kept under its own name, so that the
 * best one says the text as soon as it works again.
 */
final class Studio {
  private static final System.Logger LOG = System.getLogger(Studio.class.getName());

  private final List<VoiceEngine> engines;
  private final SoundCache cache;
  private final Workplaces workplaces;
  private final Function<Locale, Pronunciation> pronunciations;
  private final ConcurrentMap<String, CompletableFuture<Path>> underWay = new ConcurrentHashMap<>();

  /**
   * Takes what it works with.
   *
   * @param engines the best first
   */
  Studio(
      List<VoiceEngine> engines,
      SoundCache cache,
      Workplaces workplaces,
      Function<Locale, Pronunciation> pronunciations) {
    this.engines = List.copyOf(engines);
    this.cache = cache;
    this.workplaces = workplaces;
    this.pronunciations = pronunciations;
  }

  /**
   * The sound of a text.
   *
   * @return absolute base path without extension; see {@link SoundFiles}
   * @throws VoiceUnavailableException if no engine could say it
   * @throws IllegalArgumentException if it has no words or too many
   */
  Path sound(SpokenText text) {
    Locale language = text.language();
    SpokenText words = VoiceText.of(text, pronunciations.apply(language));
    List<VoiceEngine> speakers = engines.stream().filter(e -> e.says(words)).toList();
    if (speakers.isEmpty()) {
      throw new VoiceUnavailableException("No voice for " + language.toLanguageTag());
    }
    String best = SoundCache.key(speakers.getFirst().id(words), words);
    return cache.found(best).orElseGet(() -> madeOnce(best, new Order(speakers, text, words)));
  }

  /** Ends what the engines keep running. */
  void end() {
    engines.forEach(VoiceEngine::end);
  }

  private Path madeOnce(String key, Order order) {
    var mine = new CompletableFuture<Path>();
    CompletableFuture<Path> other = underWay.putIfAbsent(key, mine);
    if (other != null) {
      return awaited(other);
    }
    try {
      Path sound = cache.found(key).orElseGet(() -> workplaces.used(order::made));
      mine.complete(sound);
      return sound;
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      underWay.remove(key, mine);
    }
  }

  /** Ends with the work of the other, which has limits. */
  private static Path awaited(CompletableFuture<Path> other) {
    try {
      return other.join();
    } catch (CompletionException e) {
      throw new VoiceUnavailableException("Another caller's try failed", e);
    }
  }

  /** A text to be said. */
  private final class Order {
    private final List<VoiceEngine> speakers;
    private final SpokenText text;
    private final SpokenText words;

    Order(List<VoiceEngine> speakers, SpokenText text, SpokenText words) {
      this.speakers = speakers;
      this.text = text;
      this.words = words;
    }

    Path made() {
      var unavailable = new VoiceUnavailableException("No voice works");
      for (VoiceEngine engine : speakers) {
        String voice = engine.id(words);
        String key = SoundCache.key(voice, words);
        Optional<Path> before = cache.found(key);
        if (before.isPresent()) {
          return before.get();
        }
        try {
          return cache.stored(key, said(engine), text);
        } catch (EngineFailure e) {
          LOG.log(System.Logger.Level.WARNING, "{0}: {1}", voice, e.getMessage());
          unavailable.addSuppressed(e);
        }
      }
      throw unavailable;
    }

    private TelephoneSound said(VoiceEngine engine) throws EngineFailure {
      Path wav = cache.workFile();
      try {
        try {
          engine.say(words, wav);
          return TelephoneSound.of(Wave.read(wav));
        } finally {
          Files.deleteIfExists(wav);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot work in " + wav.getParent(), e);
      }
    }
  }
}
