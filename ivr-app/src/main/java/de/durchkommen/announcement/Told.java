package de.durchkommen.announcement;

import de.durchkommen.announcement.Announcement.Standing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What REST tells of announcements. */
public final class Told {
  private Told() {}

  /**
   * A version of an announcement.
   *
   * @param id the same for all versions
   * @param version its number: what changes are {@code basedOn}
   * @param name for lists; callers do not hear it
   * @param starts on clocks in Hessen, as {@code 2026-12-01T18:00}
   * @param ends the same
   * @param startsAt the moment itself
   * @param endsAt the same
   * @param standing what it is now, by the clock
   * @param missing languages that callers are offered and that have no words: they do not hear it
   * @param actor who has made this version
   */
  public record One(
      long id,
      long version,
      String name,
      String starts,
      String ends,
      Instant startsAt,
      Instant endsAt,
      Standing standing,
      List<InLanguage> words,
      List<String> missing,
      Instant at,
      String actor,
      String why) {}

  /**
   * Words in a language.
   *
   * @param recorded whether a person says them
   */
  @Schema(name = "AnnouncedWords")
  public record InLanguage(String language, String text, boolean recorded) {}

  /**
   * What publishing would do.
   *
   * @param version that would be published
   * @param waiting who waits for the dialogue and hears it before their next position; null when
   *     nobody can tell
   * @param waitingForPeople the same of those who wait for a person
   * @param seconds of speech, by language; without those that no voice can say now
   * @param mostSeconds more is refused
   * @param missing as of {@link One}
   * @param overlaps others that are heard in the same time, in the order of their beginning
   */
  @Schema(name = "AnnouncementPreview")
  public record Preview(
      long version,
      Standing standing,
      @Nullable Integer waiting,
      @Nullable Integer waitingForPeople,
      Map<String, Double> seconds,
      long mostSeconds,
      List<String> missing,
      List<Other> overlaps) {}

  /** Another announcement. */
  public record Other(long id, String name, Instant startsAt, Instant endsAt) {}

  static One one(Announcement told, List<String> offered, Instant now, ZoneId zone) {
    Span span = told.content().span();
    return new One(
        told.id(),
        told.number(),
        told.content().name(),
        WallTime.of(span.starts(), zone),
        WallTime.of(span.ends(), zone),
        span.starts(),
        span.ends(),
        told.standing(now),
        told.content().words().stream()
            .map(one -> new InLanguage(one.language(), one.text(), one.recording() != null))
            .toList(),
        missing(told, offered),
        told.at(),
        told.actor(),
        told.why());
  }

  static List<String> missing(Announcement told, List<String> offered) {
    return offered.stream().filter(tag -> told.content().in(tag).isEmpty()).toList();
  }

  static Other other(Announcement told) {
    Span span = told.content().span();
    return new Other(told.id(), told.content().name(), span.starts(), span.ends());
  }
}
