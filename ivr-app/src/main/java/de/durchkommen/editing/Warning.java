package de.durchkommen.editing;

import de.durchkommen.prompt.PromptCheck.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something doubtful about a version, which does not keep anybody from publishing it.
 *
 * @param kind DOUBTFUL (what the check of the build warns of, as a long sentence), MISSING (no text
 *     in other languages), UNCHANGED (other languages say what was delivered)
 * @param text in words
 * @param languages which ones; empty when it is about the version itself
 */
public record Warning(Kind kind, String text, List<String> languages) {
  /** What it is about. */
  public enum Kind {
    /** The check of the build warns of it. */
    DOUBTFUL,
    /** No text in these languages: callers hear German. */
    MISSING,
    /** These languages still say what was delivered. */
    UNCHANGED
  }

  /** Copies the languages. */
  public Warning {
    languages = List.copyOf(languages);
  }

  /**
   * All warnings about a version.
   *
   * @param found what the check has found
   * @param edited the languages in which a version of the same prompt is in force
   */
  static List<Warning> of(
      Place place, List<Finding> found, Set<String> edited, EditablePrompts prompts) {
    List<Warning> warnings = new ArrayList<>();
    found.stream()
        .filter(finding -> !finding.error())
        .map(finding -> new Warning(Kind.DOUBTFUL, finding.text(), List.of()))
        .distinct()
        .forEach(warnings::add);
    List<String> others =
        prompts.offered().stream()
            .filter(language -> !language.equals(place.language()) && !edited.contains(language))
            .toList();
    var byText =
        others.stream()
            .collect(
                Collectors.partitioningBy(language ->
                    prompts.delivered(new Place(language, place.prompt())).isPresent()));
    add(warnings, Kind.MISSING, "fehlt in: ", byText.getOrDefault(false, List.of()));
    add(
        warnings,
        Kind.UNCHANGED,
        "noch wie ausgeliefert in: ",
        byText.getOrDefault(true, List.of()));
    return warnings;
  }

  private static void add(List<Warning> warnings, Kind kind, String text, List<String> languages) {
    if (!languages.isEmpty()) {
      warnings.add(new Warning(kind, text + String.join(", ", languages), languages));
    }
  }
}
