package de.durchkommen.editing;

import de.durchkommen.prompt.Prompt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What clients are told, in JSON. */
public final class Told {
  private Told() {}

  /**
   * A version.
   *
   * @param recorded whether it is a recording; then the text is what is said in it
   */
  public record Version(
      long number,
      String language,
      String prompt,
      String text,
      boolean recorded,
      Instant at,
      String actor,
      String why) {
    static Version of(PromptVersion version) {
      return new Version(
          version.number(),
          version.place().language(),
          version.place().prompt(),
          version.text(),
          version.recording() != null,
          version.at(),
          version.actor(),
          version.why());
    }
  }

  /** A version that was added, and what is doubtful about it. */
  public record Added(Version version, List<Warning> warnings) {}

  /**
   * What is in force.
   *
   * @param publication for {@code If-Match}; 0 when nothing was ever published
   * @param version null for the text as it was delivered
   * @param at since when; null for publication 0
   */
  public record InForce(
      long publication, @Nullable Long version, @Nullable Instant at, String actor, String why) {
    static InForce of(Publication now) {
      return new InForce(
          now.number(), now.version(), now.number() == 0 ? null : now.at(), now.actor(), now.why());
    }
  }

  /** What is in force from now on, and what is doubtful about it. */
  public record Published(InForce published, List<Warning> warnings) {}

  /**
   * A prompt in a list.
   *
   * @param arguments the placeholders, and of which kind each is
   * @param text what is in force; null when there is none in this language
   * @param recorded whether a person says it
   */
  public record Listed(
      String id,
      Map<String, String> arguments,
      String language,
      @Nullable String text,
      boolean recorded,
      long publication,
      @Nullable Long version) {}

  /**
   * A prompt in a language.
   *
   * @param delivered the text as it was delivered; null when there is none
   * @param versions the newest first
   */
  public record Side(
      String language, @Nullable String delivered, InForce published, List<Version> versions) {}

  /** A prompt in all languages, side by side. */
  public record Whole(String id, Map<String, String> arguments, List<Side> languages) {}

  /** The kinds of a prompt's arguments, by name. */
  static Map<String, String> arguments(Prompt prompt) {
    Map<String, String> kinds = new TreeMap<>();
    prompt.arguments().forEach((name, kind) -> kinds.put(name, kind.name()));
    return kinds;
  }

  static @Nullable String orNull(Optional<String> text) {
    return text.orElse(null);
  }
}
