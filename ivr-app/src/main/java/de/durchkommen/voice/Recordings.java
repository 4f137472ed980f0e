package de.durchkommen.voice;

import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.SpokenText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The folder of what people have recorded: {@code <language>/<prompt>.wav} for whole texts, {@code
 * <language>/fragments/<words>.wav} for parts of them. Beside a recording may lie {@code .txt} with
 * the words in it: then it is heard for these words only, and no longer when the text has changed.
 *
 * <p>The folder is looked at again every {@link #LOOKED_AT_EVERY}, beside the calls: a sentence
 * never waits for that.
 */
final class Recordings {
  static final String FOLDER = "durchkommen.recordings.dir";
  static final String FRAGMENTS = "fragments";
  static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(3);

  private static final System.Logger LOG = System.getLogger(Recordings.class.getName());
  private static final String PROMPTS = "durchkommen.prompts.dir";

  private final Optional<Path> folder;
  private final PromptLibrary library;
  private final Clock clock;
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile Found found = new Found(Map.of(), Map.of(), Instant.MIN);

  /** What was found, and when. */
  private record Found(
      Map<Path, RecordedFile> files, Map<String, RecordedLanguage> languages, Instant at) {}

  /** No folder, no recordings. */
  Recordings(Optional<Path> folder, PromptLibrary library, Clock clock) {
    this.folder = folder;
    this.library = library;
    this.clock = clock;
    look();
  }

  /** Where recordings are, by the settings of an operator; empty when nothing tells. */
  static Optional<Path> folder(Function<String, Optional<String>> values) {
    return values
        .apply(FOLDER)
        .filter(name -> !name.isBlank())
        .map(Path::of)
        .or(() ->
            values
                .apply(PROMPTS)
                .filter(name -> !name.isBlank())
                .map(prompts -> Path.of(prompts).resolve("recordings")));
  }

  /** The recordings that make up a text; empty unless there are some for each of its words. */
  Optional<List<RecordedLanguage.Part>> parts(SpokenText text) {
    lookInTime();
    return Optional.ofNullable(found.languages().get(text.language().getLanguage()))
        .flatMap(recorded -> recorded.parts(text));
  }

  private void lookInTime() {
    boolean due = found.at().plus(LOOKED_AT_EVERY).isBefore(clock.instant());
    if (folder.isPresent() && due && looking.compareAndSet(false, true)) {
      Thread.ofVirtual()
          .name("recordings")
          .start(() -> {
            try {
              look();
            } finally {
              looking.set(false);
            }
          });
    }
  }

  /** Looks at the folder; what cannot be read is left out, and told in the log. */
  void look() {
    Instant now = clock.instant();
    try {
      Map<Path, RecordedFile> files = new HashMap<>();
      for (Path file : wavs()) {
        files.put(file, recorded(file));
      }
      boolean same = files.equals(found.files());
      found = new Found(files, same ? found.languages() : languages(files), now);
    } catch (IOException | UncheckedIOException e) {
      LOG.log(System.Logger.Level.WARNING, "Cannot read the recordings in " + folder, e);
      found = new Found(found.files(), found.languages(), now);
    }
  }

  private List<Path> wavs() throws IOException {
    if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder.get(), 3)) {
      return paths.filter(RecordedFile::isOne).sorted().toList();
    }
  }

  private RecordedFile recorded(Path file) throws IOException {
    RecordedFile before = found.files().get(file);
    return before != null && before.stamp().equals(RecordedFile.stamp(file))
        ? before
        : RecordedFile.of(file);
  }

  private Map<String, RecordedLanguage> languages(Map<Path, RecordedFile> files) {
    Map<String, RecordedLanguage> languages = new HashMap<>();
    for (Locale language : library.languages()) {
      Path own = folder.orElseThrow().resolve(language.toLanguageTag());
      var recorded = new RecordedLanguage(language, library.pronunciation(language));
      Map<String, SpokenText> texts = library.fixedTextsById(language, "");
      files.values().stream()
          .filter(file -> file.path().startsWith(own))
          .forEach(file -> add(recorded, file, texts));
      languages.put(language.getLanguage(), recorded);
    }
    return languages;
  }

  /** One file that makes no sense is left out; the others are heard. */
  private static void add(
      RecordedLanguage recorded, RecordedFile file, Map<String, SpokenText> texts) {
    String name = RecordedFile.name(file.path());
    try {
      Optional<String> words = words(file);
      if (Objects.requireNonNull(file.path().getParent()).endsWith(FRAGMENTS)) {
        recorded.fragment(name, words, file);
      } else {
        words
            .or(() -> Optional.ofNullable(texts.get(name)).map(SpokenText::text))
            .ifPresent(text -> recorded.sentence(text, file));
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(System.Logger.Level.WARNING, "Left out: {0}: {1}", file.path(), e.getMessage());
    }
  }

  private static Optional<String> words(RecordedFile file) throws IOException {
    Path words = RecordedFile.words(file.path());
    return Files.exists(words)
        ? Optional.of(Files.readString(words, StandardCharsets.UTF_8).strip())
        : Optional.empty();
  }
}
