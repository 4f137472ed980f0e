package de.durchkommen.announcement;

import de.durchkommen.api.Problem;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.editing.Author;
import de.durchkommen.editing.TelephoneWave;
import de.durchkommen.editing.WebSql;
import de.durchkommen.language.Languages;
import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.VoiceUnavailableException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Announcements for the web; what cannot be is a {@link Problem}. */
@Dependent
class AnnouncementDesk {
  /** Nobody listens to more before what they call for; in each language. */
  static final Duration LONGEST_SPEECH = Duration.ofSeconds(45);

  private final Database database;
  private final WebSql web;
  private final Announcer announcer;
  private final List<String> offered;
  private final Clock clock;

  @Inject
  AnnouncementDesk(
      @ForWeb Database database,
      Announcer announcer,
      Languages languages,
      PromptLibrary library,
      Clock clock) {
    this(
        database,
        announcer,
        languages.among(library.languages()).all().stream()
            .map(one -> one.language().getLanguage())
            .toList(),
        clock);
  }

  AnnouncementDesk(Database database, Announcer announcer, List<String> offered, Clock clock) {
    this.database = database;
    this.web = new WebSql(database);
    this.announcer = announcer;
    this.offered = List.copyOf(offered);
    this.clock = clock;
  }

  Clock clock() {
    return clock;
  }

  /** Tags of the languages that callers are offered, German first. */
  List<String> offered() {
    return offered;
  }

  <T> T rows(Function<AnnouncementRows, T> work) {
    return web.ask(sql -> work.apply(new AnnouncementRows(sql)));
  }

  /** Changes something in one transaction. */
  Told.One changed(Function<Announcements, Change> work) {
    return outcome(web.ask(sql -> work.apply(new Announcements(sql))));
  }

  Announcement of(long id) {
    return rows(rows -> rows.of(id)).orElseThrow(AnnouncementDesk::none);
  }

  /** Words of an announcement as it is. */
  Words words(Announcement announcement, String language) {
    return announcement
        .content()
        .in(language)
        .orElseThrow(() -> Problem.notFound("It has no words in this language"));
  }

  Told.One told(Announcement one) {
    return Told.one(one, offered, clock.instant(), clock.getZone());
  }

  /** The sound as callers hear it; a problem when there is none now. */
  Path sound(Words words) {
    try {
      return announcer.audio(LiveAnnouncements.spoken(words, database));
    } catch (VoiceUnavailableException mute) {
      throw new Problem(
          503,
          "no-voice",
          "There is no voice right now",
          "No voice can say the words in " + words.language() + " now. Ask again in a few seconds.",
          Map.of(Problem.RETRY_AFTER, 3, "language", words.language()));
    }
  }

  /** For how long words are heard. */
  Duration speech(Words words) {
    return TelephoneWave.length(sound(words));
  }

  /** Puts it before callers, when they can hear all of it and somebody has listened to it. */
  Told.One published(long id, long basedOn, List<String> heard, Author author) {
    Announcement seen = of(id);
    if (seen.number() == basedOn) {
      seen.content().words().forEach(this::brief);
      fit(seen, heard);
    }
    return changed(rules -> rules.published(id, basedOn, author));
  }

  private void brief(Words words) {
    Duration speech = speech(words);
    if (speech.compareTo(LONGEST_SPEECH) > 0) {
      throw new Problem(
          422,
          "too-long",
          "It is too long",
          "It takes %d seconds in %s, and up to %d are allowed."
              .formatted(speech.toSeconds(), words.language(), LONGEST_SPEECH.toSeconds()),
          Map.of("language", words.language(), "seconds", speech.toMillis() / 1_000.0));
    }
  }

  private static void fit(Announcement seen, List<String> heard) {
    if (seen.content().words().isEmpty()) {
      throw new Problem(422, "no-words", "It says nothing", "It has no words in any language.");
    }
    List<String> unheard =
        seen.content().words().stream()
            .map(Words::language)
            .filter(language -> !heard.contains(language))
            .toList();
    if (!unheard.isEmpty()) {
      throw new Problem(
          422,
          "not-heard",
          "Nobody has listened to it",
          "Listen to each language before callers do, and say so in heard.",
          Map.of("languages", unheard));
    }
  }

  private Told.One outcome(Change change) {
    return switch (change) {
      case Change.Done(Announcement now) -> told(now);
      case Change.Outdated(Announcement now) ->
          throw refused(
              "outdated",
              "Somebody else was faster",
              "It has changed since version basedOn, and nothing was changed now. Look at it, and"
                  + " say it again based on that version.",
              now);
      case Change.Published(Announcement now) ->
          throw refused("published", "It is published", "Withdraw it before you change it.", now);
      case Change.Over(Announcement now) ->
          throw refused("over", "Its time is over", "Give it another end first.", now);
      case Change.TooMany(int most) ->
          throw new Problem(
              409, "too-many", "There are too many", "There are " + most + " already.");
      case Change.None() -> throw none();
    };
  }

  private static Problem refused(String kind, String title, String detail, Announcement now) {
    return new Problem(409, kind, title, detail, Map.of("version", now.number()));
  }

  static Problem none() {
    return Problem.notFound("There is no such announcement");
  }
}
