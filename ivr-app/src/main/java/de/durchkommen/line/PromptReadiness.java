package de.durchkommen.line;

import de.durchkommen.call.WarmTexts;
import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.VoiceUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Has the sentences that never change made into audio when the application starts, and is ready
 * when the German ones are: so no caller waits for the first word, and a hotline without a voice
 * says so before it takes calls. Without a voice it is tried again every {@link #AGAIN}.
 */
@Readiness
@ApplicationScoped
class PromptReadiness implements HealthCheck {
  private static final Logger LOG = System.getLogger(PromptReadiness.class.getName());

  /** How long to wait before a voice that was not there is tried again. */
  static final Duration AGAIN = Duration.ofSeconds(10);

  /**
   * Setting: the tags of the languages whose sentences are made beforehand, with commas; all when
   * it is not set. German always is.
   */
  static final String WARM = "durchkommen.prompts.warm";

  private static final int PROGRESS_STEP = 10;

  /** So many times as long as a sentence took to make nothing is made: calls come first. */
  private static final int REST = 2;

  private final PromptLibrary library;
  private final Announcer announcer;
  private final ScheduledExecutorService schedule;
  private final Optional<List<String>> warm;
  private volatile boolean ready;

  /** For CDI's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  PromptReadiness() {
    library = null;
    announcer = null;
    schedule = null;
    warm = Optional.empty();
  }

  @Inject
  PromptReadiness(
      PromptLibrary library,
      Announcer announcer,
      ScheduledExecutorService schedule,
      @ConfigProperty(name = WARM) Optional<String> warm) {
    // Payara does not inject optional lists: the application would not start.
    this.warm = warm.map(tags -> List.of(tags.split("\\s*,\\s*")));
    this.library = library;
    this.announcer = announcer;
    this.schedule = schedule;
  }

  void started(@Observes @Initialized(ApplicationScoped.class) Object application) {
    schedule.execute(this::made);
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("prompts").status(ready).build();
  }

  /** Whether every sentence that never changes has its audio. */
  boolean isReady() {
    return ready;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // It tells of itself, and plans its next round.
  void made() {
    try {
      announcer.warm(library.fixedTexts(Locale.GERMAN), PromptReadiness::told);
      ready = true;
      // Nobody waits for these: what is not made yet is made when it is said.
      Thread.ofPlatform().daemon().name("prompt-warming").start(this::restMade);
    } catch (VoiceUnavailableException mute) {
      LOG.log(Level.ERROR, "No voice, again in {0}: {1}", AGAIN, mute.getMessage());
      schedule.schedule(this::made, AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void restMade() {
    warmed(Locale.GERMAN);
    library.languages().stream()
        .filter(language -> !language.equals(Locale.GERMAN))
        .filter(language -> warm.map(tags -> tags.contains(language.getLanguage())).orElse(true))
        .forEach(this::warmed);
  }

  private void madeInPeace(SpokenText text) {
    long begun = System.nanoTime();
    announcer.audio(text);
    LockSupport.parkNanos(REST * (System.nanoTime() - begun));
  }

  private void warmed(Locale language) {
    try {
      library.fixedTexts(language).forEach(this::madeInPeace);
      frequent(language).forEach(this::madeInPeace);
      LOG.log(Level.INFO, "Prompts made in {0}", language);
    } catch (VoiceUnavailableException mute) {
      LOG.log(Level.WARNING, "No voice in {0} now: {1}", language, mute.getMessage());
    }
  }

  private List<SpokenText> frequent(Locale language) {
    return WarmTexts.all().stream()
        .map(words -> library.spoken(words, language))
        .distinct()
        .toList();
  }

  private static void told(int done, int all) {
    if (done % PROGRESS_STEP == 0 || done == all) {
      LOG.log(Level.INFO, "Prompts made: {0} of {1}", done, all);
    }
  }
}
