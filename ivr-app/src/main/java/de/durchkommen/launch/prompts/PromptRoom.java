package de.durchkommen.launch.prompts;

import de.durchkommen.launch.LaunchFailure;
import de.durchkommen.launch.Settings;
import de.durchkommen.launch.Toolbox;
import de.durchkommen.launch.VoiceValues;
import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.DeclaredPrompts;
import de.durchkommen.prompt.Prompt;
import de.durchkommen.prompt.PromptFolder;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.PromptProblems;
import de.durchkommen.voice.Voices;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Texts, voices and recordings as the application has them, by the same settings. */
final class PromptRoom {
  private static final List<String> DECLARING =
      List.of("de.durchkommen.call.Prompts", "de.durchkommen.call.WaitingPrompts");

  /** Where the callers are. */
  private static final Clock CLOCK = Clock.system(ZoneId.of("Europe/Berlin"));

  private final Settings settings;
  private final Toolbox tools;

  PromptRoom(Settings settings) {
    this.settings = settings;
    this.tools = new Toolbox(settings.home());
  }

  static PromptRoom opened() {
    return new PromptRoom(Settings.read());
  }

  Toolbox tools() {
    return tools;
  }

  /** The folder of the texts. */
  Path prompts() {
    return settings
        .folder("durchkommen.prompts.dir")
        .orElseGet(() -> settings.project().resolve("prompts"));
  }

  /** The folder of all languages' recordings. */
  Path recordings() {
    return settings
        .folder("durchkommen.recordings.dir")
        .orElseGet(() -> prompts().resolve("recordings"));
  }

  PromptLibrary library() {
    try {
      return new PromptLibrary(new PromptFolder(Optional.of(prompts())), CLOCK);
    } catch (PromptProblems e) {
      throw new LaunchFailure(
          LaunchFailure.FAILED,
          "Die Texte in " + prompts() + " sind nicht in Ordnung:\n" + e.getMessage(),
          e);
    }
  }

  List<Prompt> declared() {
    return DeclaredPrompts.of(DECLARING);
  }

  /** Recordings first, then engines. */
  Announcer announcer(PromptLibrary library) {
    return Voices.announcer(library, this::value, CLOCK);
  }

  /** Engines alone. */
  Announcer engines(PromptLibrary library) {
    return Voices.engines(library, this::value, CLOCK);
  }

  /** A language by its tag. */
  static Locale language(PromptLibrary library, String tag) {
    return library.languages().stream()
        .filter(language -> language.toLanguageTag().equalsIgnoreCase(tag))
        .findFirst()
        .orElseThrow(() ->
            new LaunchFailure(
                LaunchFailure.WRONG_USE,
                "Texte in der Sprache »%s« gibt es nicht. Es gibt: %s"
                    .formatted(tag, tags(library))));
  }

  /** Languages by their tags, German first; all when no tag is given. */
  static List<Locale> languages(PromptLibrary library, List<String> tags) {
    List<String> wanted = tags.isEmpty() ? List.of(tags(library).split(", ", -1)) : tags;
    return wanted.stream().map(tag -> language(library, tag)).distinct().toList();
  }

  private static String tags(PromptLibrary library) {
    return library.languages().stream()
        .map(Locale::toLanguageTag)
        .sorted((one, other) -> order(one).compareTo(order(other)))
        .collect(Collectors.joining(", "));
  }

  private static String order(String tag) {
    return tag.equals("de") ? "" : tag;
  }

  /** A setting as the voices read it, with whole paths: this process has another folder. */
  private Optional<String> value(String key) {
    Path home = settings.home().path();
    Map<String, Path> folders =
        Map.of(
            "durchkommen.home", home,
            "durchkommen.prompts.dir", prompts(),
            "durchkommen.recordings.dir", recordings(),
            "durchkommen.sounds.dir",
                settings.folder("durchkommen.sounds.dir").orElse(home.resolve("sounds")));
    return folders.containsKey(key)
        ? Optional.of(String.valueOf(folders.get(key)))
        : new VoiceValues(settings, tools).apply(key);
  }
}
