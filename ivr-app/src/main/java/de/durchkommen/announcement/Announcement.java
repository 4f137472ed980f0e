package de.durchkommen.announcement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One version of an announcement.
 *
 * @param id the same for all versions: the number of the first
 * @param number of this version; later ones have higher numbers, of whatever announcement
 * @param content what it says, and when
 * @param state what was done with it last
 * @param at since when it is so
 * @param actor who has done it
 * @param why the reason given
 */
record Announcement(
    long id, long number, Content content, State state, Instant at, String actor, String why) {
  /**
   * What it says, and when.
   *
   * @param name for lists, 1 to {@link #LONGEST_NAME} characters; callers do not hear it
   * @param words up to one for each language
   */
  record Content(String name, Span span, List<Words> words) {
    static final int LONGEST_NAME = 80;

    Content {
      words = List.copyOf(words);
    }

    Optional<Words> in(String language) {
      return words.stream().filter(one -> one.language().equals(language)).findFirst();
    }
  }

  /** What was done with it last. */
  enum State {
    /** It was written. */
    DRAFT,
    /** It was published: callers hear it in its time. */
    PUBLISHED,
    /** It was withdrawn: nobody hears it any more. */
    WITHDRAWN
  }

  /** What it is now, by the clock. */
  @Schema(name = "AnnouncementStanding")
  public enum Standing {
    /** Not published. */
    DRAFT,
    /** Published, and its time comes. */
    COMING,
    /** Callers hear it. */
    LIVE,
    /** It was published, and its time is over. */
    ENDED,
    /** Taken back. */
    WITHDRAWN
  }

  /** What it is at this moment. */
  Standing standing(Instant now) {
    return switch (state) {
      case DRAFT -> Standing.DRAFT;
      case WITHDRAWN -> Standing.WITHDRAWN;
      case PUBLISHED ->
          content.span().isOver(now)
              ? Standing.ENDED
              : content.span().holds(now) ? Standing.LIVE : Standing.COMING;
    };
  }

  /** Whether callers hear it, now or later. */
  boolean isAhead(Instant now) {
    return state == State.PUBLISHED && !content.span().isOver(now);
  }
}
