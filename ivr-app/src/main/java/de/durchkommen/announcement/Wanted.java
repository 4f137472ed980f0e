package de.durchkommen.announcement;

import de.durchkommen.announcement.Announcement.Content;
import de.durchkommen.api.Problem;
import de.durchkommen.editing.Given;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an announcement is to be.
 *
 * @param basedOn the version that is changed; not for a new one
 * @param name for lists, 1 to 80 characters
 * @param starts on clocks in Hessen, as {@code 2026-12-01T18:00}; null for now
 * @param ends the same; not over yet, and 31 days after {@code starts} at most
 * @param words one for each language that is to hear it; recordings come afterwards
 * @param why 1 to 200 characters, without names or numbers of people
 */
public record Wanted(
    @Nullable Long basedOn,
    @Nullable String name,
    @Nullable String starts,
    @Nullable String ends,
    @Nullable List<@Nullable InLanguage> words,
    @Nullable String why) {
  /** What no voice says, and what engines and patterns take for commands. */
  private static final Pattern NOT_SPOKEN = Pattern.compile("[<>\\[\\]{}\\\\]");

  /**
   * Words in a language.
   *
   * @param language two small letters, one that callers are offered
   * @param text 1 to 600 characters
   */
  @Schema(name = "WantedWords")
  public record InLanguage(@Nullable String language, @Nullable String text) {}

  /**
   * What it says.
   *
   * @param offered tags of the languages in which there are voices
   * @param before whose recordings stay where the text does
   * @throws Problem when something of it cannot be
   */
  Content content(Instant now, ZoneId zone, List<String> offered, Optional<Content> before) {
    return new Content(
        Given.text(name, "name", Content.LONGEST_NAME),
        span(now, zone),
        words(offered).stream().map(one -> recorded(one, before)).toList());
  }

  private Span span(Instant now, ZoneId zone) {
    try {
      Instant begin =
          starts == null
              ? now.truncatedTo(ChronoUnit.MINUTES)
              : WallTime.start(starts, "starts", zone);
      Span span = new Span(begin, WallTime.end(Given.present(ends, "ends"), "ends", zone));
      if (span.isOver(now)) {
        throw Problem.invalid("ends is over already");
      }
      if (span.ends().isAfter(now.plus(Span.SOONEST))) {
        throw Problem.invalid("ends has to be within " + Span.SOONEST.toDays() + " days");
      }
      return span;
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(String.valueOf(e.getMessage()));
    }
  }

  private List<Words> words(List<String> offered) {
    List<Words> found = new ArrayList<>();
    Set<String> tags = new HashSet<>();
    for (@Nullable InLanguage one : Given.present(words, "words")) {
      InLanguage given = Given.present(one, "words");
      String tag = Given.present(given.language(), "language");
      if (!offered.contains(tag) || !tags.add(tag)) {
        throw Problem.invalid("language has to be one of " + offered + ", each once at most");
      }
      found.add(new Words(tag, text(given.text()), null));
    }
    return found;
  }

  /** A text that a voice can say. */
  static String text(@Nullable String given) {
    String text = Given.text(given, "text", Words.LONGEST);
    if (NOT_SPOKEN.matcher(text).find()) {
      throw Problem.invalid("text has one of the characters < > [ ] { } \\, which nobody can say");
    }
    return text;
  }

  private static Words recorded(Words words, Optional<Content> before) {
    return before
        .flatMap(old -> old.in(words.language()))
        .filter(old -> old.text().equals(words.text()))
        .orElse(words);
  }
}
