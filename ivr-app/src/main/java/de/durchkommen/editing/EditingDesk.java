package de.durchkommen.editing;

import de.durchkommen.api.Problem;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.prompt.Edition;
import de.durchkommen.prompt.Prompt;
import de.durchkommen.prompt.PromptCheck.Finding;
import de.durchkommen.prompt.PromptOverlay;
import de.durchkommen.prompt.Recording;
import de.durchkommen.prompt.RecordingApproval;
import de.durchkommen.prompt.SpokenText;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the rules of editing say; all errors are {@link Problem}s that name the field. */
@Dependent
class EditingDesk {
  private final WebSql web;
  private final Database database;
  private final EditablePrompts prompts;
  private final RecordingApproval recordings;

  @Inject
  EditingDesk(@ForWeb Database database, EditablePrompts prompts, RecordingApproval recordings) {
    this.database = database;
    this.web = new WebSql(database);
    this.prompts = prompts;
    this.recordings = recordings;
  }

  /**
   * What a version says, and who says it.
   *
   * @param pattern ICU pattern
   */
  record Wording(String pattern, Optional<Recording> recording) {
    PromptOverlay.Text text() {
      return new PromptOverlay.Text(pattern, recording);
    }
  }

  WebSql web() {
    return web;
  }

  EditablePrompts prompts() {
    return prompts;
  }

  Prompt prompt(String id) {
    return prompts.of(id).orElseThrow(() -> Problem.notFound("There is no prompt of this id"));
  }

  /** A prompt in a language, both of which there are. */
  Place place(String id, @Nullable String language) {
    String tag = Given.present(language, "language");
    Prompt prompt = prompt(id);
    if (!prompts.languages().contains(tag)) {
      throw Problem.notFound("There are texts in " + prompts.languages() + " only");
    }
    return new Place(tag, prompt.id());
  }

  /** Adds a text. */
  Told.Added written(Place place, String pattern, Author author) {
    List<Finding> found = sayable(place, pattern);
    return added(place, pattern, Optional.empty(), author, found);
  }

  /**
   * Adds a recording.
   *
   * @param says the version whose text is said in it; null for the text in force
   */
  Told.Added recorded(Place place, byte[] wav, @Nullable Long says, Author author) {
    if (!prompt(place.prompt()).arguments().isEmpty()) {
      throw new Problem(
          422,
          "recording-with-values",
          "This prompt has values",
          "One recording cannot say a prompt with placeholders: "
              + prompt(place.prompt()).arguments().keySet());
    }
    Wording words = wording(place, says);
    sayable(place, words.pattern());
    PromptOverlay.Text text = new PromptOverlay.Text(words.pattern(), Optional.empty());
    SpokenText said =
        prompts.with(place, text).spoken(prompt(place.prompt()).said(), place.locale());
    List<Finding> found = recordings.checked(wav, said);
    refuse(found, "recording");
    return added(place, words.pattern(), Optional.of(wav), author, found);
  }

  private Told.Added added(
      Place place, String text, Optional<byte[]> wav, Author author, List<Finding> found) {
    PromptVersion version =
        web.ask(sql -> new Versions(sql).add(place, text, wav, author))
            .orElseThrow(() ->
                new Problem(
                    409,
                    "too-many-versions",
                    "There are too many versions",
                    "A prompt has up to " + Versions.MOST + " versions in one language."));
    return new Told.Added(Told.Version.of(version), warnings(place, found));
  }

  /** Everything that the build would say about a text; a problem when that is an error. */
  List<Finding> sayable(Place place, String pattern) {
    List<Finding> found = prompts.checked(place, pattern);
    refuse(found, "text");
    return found;
  }

  private static void refuse(List<Finding> found, String field) {
    List<String> reasons =
        found.stream().filter(Finding::error).map(Finding::text).distinct().toList();
    if (!reasons.isEmpty()) {
      throw new Problem(
          422,
          "prompt-refused",
          "This cannot be said to callers",
          reasons.getFirst(),
          Map.of("field", field, "reasons", reasons));
    }
  }

  List<Warning> warnings(Place place, List<Finding> found) {
    Set<String> edited =
        web.ask(sql -> new Publications(sql).ofPrompt(place.prompt())).stream()
            .filter(published -> published.version() != null)
            .map(published -> published.place().language())
            .collect(Collectors.toSet());
    return Warning.of(place, found, edited, prompts);
  }

  /**
   * What a version says.
   *
   * @param number null for what is in force
   */
  Wording wording(Place place, @Nullable Long number) {
    @Nullable Long asked =
        number == null ? web.ask(sql -> new Publications(sql).current(place)).version() : number;
    if (asked == null) {
      return prompts
          .delivered(place)
          .map(pattern -> new Wording(pattern, Optional.empty()))
          .orElseThrow(() -> Problem.notFound("There is no text in this language"));
    }
    PromptVersion version = version(place, asked);
    Optional<Recording> recording =
        Optional.ofNullable(version.recording()).map(hash -> new StoredRecording(hash, database));
    return new Wording(version.text(), recording);
  }

  PromptVersion version(Place place, long number) {
    return web.ask(sql -> new Versions(sql).version(number, place))
        .orElseThrow(EditingDesk::noSuchVersion);
  }

  static Problem noSuchVersion() {
    return Problem.notFound("This prompt has no such version in this language");
  }

  /** All texts, with this one in force. */
  Edition edition(Place place, Wording words) {
    return prompts.with(place, words.text());
  }
}
