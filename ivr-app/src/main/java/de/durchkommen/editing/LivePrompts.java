package de.durchkommen.editing;

import de.durchkommen.database.Database;
import de.durchkommen.database.Migrated;
import de.durchkommen.database.Sql;
import de.durchkommen.editing.Publications.Live;
import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.PromptCheck.Finding;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.PromptOverlay;
import de.durchkommen.prompt.Recording;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Brings what is in force to this node: asks for the number of the newest publication every {@link
 * #ROUND}, reads all of them when it is another one, has the sound of what is new made for up to
 * {@link NewSounds#WAIT}, and then changes all texts at one moment. As long as the database is away
 * everything stays as it was.
 */
@ApplicationScoped
class LivePrompts {
  /** With {@link NewSounds#WAIT} and two short questions within two seconds. */
  static final Duration ROUND = Duration.ofMillis(500);

  private static final Logger LOG = System.getLogger(LivePrompts.class.getName());
  private static final long STOP_MILLIS = 5_000;

  private final Database database;
  private final PromptLibrary library;
  private final EditablePrompts prompts;
  private final NewSounds sounds;
  private final Thread rounds;
  private final Set<Long> fit = new HashSet<>();
  private final Set<Long> unfit = new HashSet<>();
  private PromptOverlay overlay = PromptOverlay.NONE;
  private long seen;
  private volatile boolean stopping;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  LivePrompts() {
    database = null;
    library = null;
    prompts = null;
    sounds = null;
    rounds = null;
  }

  @Inject
  LivePrompts(
      Database database, PromptLibrary library, EditablePrompts prompts, Announcer announcer) {
    this.database = database;
    this.library = library;
    this.prompts = prompts;
    this.sounds = new NewSounds(prompts, announcer);
    rounds = Thread.ofPlatform().daemon().name("live-prompts").unstarted(this::work);
    // Whoever starts it, it sees the classes of the application.
    rounds.setContextClassLoader(LivePrompts.class.getClassLoader());
  }

  void begin(@Observes Migrated migrated) {
    if (rounds.getState() == Thread.State.NEW) {
      rounds.start();
    }
  }

  private void work() {
    while (!stopping) {
      try {
        round();
        Thread.sleep(ROUND);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException bug) {
        LOG.log(Level.ERROR, "Edited prompts were not taken over", bug);
        pause();
      }
    }
  }

  /** A bug is not told more often than this. */
  private void pause() {
    try {
      Thread.sleep(ROUND.multipliedBy(20));
    } catch (InterruptedException e) {
      stopping = true;
    }
  }

  @PreDestroy
  void stop() {
    stopping = true;
    rounds.interrupt();
    try {
      rounds.join(STOP_MILLIS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    sounds.close();
  }

  /**
   * Takes over what is new. For one thread.
   *
   * @return whether something was
   */
  boolean round() throws InterruptedException {
    Optional<Long> newest = asked(Publications::newest);
    if (newest.isEmpty() || newest.get() == seen) {
      return false;
    }
    Optional<List<Live>> live = asked(Publications::live);
    if (live.isEmpty()) {
      return false;
    }
    PromptOverlay next = overlay(live.get());
    sounds.made(overlay, next);
    library.overlaid(next);
    overlay = next;
    // What came between the two questions is in it already, and is read once more.
    seen = newest.get();
    LOG.log(Level.INFO, "Ansagen: Stand {0} gilt", String.valueOf(seen));
    return true;
  }

  private <T> Optional<T> asked(Function<Publications, T> question) {
    return database.answer(
        entities -> Optional.of(question.apply(new Publications(new Sql(entities)))),
        why -> Optional.empty());
  }

  private PromptOverlay overlay(List<Live> live) {
    Map<Locale, Map<String, PromptOverlay.Text>> texts = new HashMap<>();
    for (Live one : live) {
      if (fits(one)) {
        texts
            .computeIfAbsent(one.place().locale(), language -> new HashMap<>())
            .put(one.place().prompt(), new PromptOverlay.Text(one.text(), recording(one)));
      }
    }
    return new PromptOverlay(texts);
  }

  private Optional<Recording> recording(Live one) {
    return Optional.ofNullable(one.recording()).map(hash -> new StoredRecording(hash, database));
  }

  /** Versions were checked when they were made, but perhaps by an earlier release. */
  private boolean fits(Live one) {
    if (fit.contains(one.version())) {
      return true;
    }
    if (unfit.contains(one.version())) {
      return false;
    }
    Optional<String> wrong =
        prompts.checked(one.place(), one.text()).stream()
            .filter(Finding::error)
            .map(Finding::text)
            .findFirst();
    wrong.ifPresent(why ->
        LOG.log(
            Level.WARNING,
            "Ansage {0}: Fassung {1} passt nicht zu dieser Version, es gilt die ausgelieferte:"
                + " {2}",
            one.place(),
            String.valueOf(one.version()),
            why));
    (wrong.isEmpty() ? fit : unfit).add(one.version());
    return wrong.isEmpty();
  }
}
