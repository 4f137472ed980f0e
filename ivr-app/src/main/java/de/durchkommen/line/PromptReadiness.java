package de.durchkommen.line;

import de.durchkommen.call.WarmTexts;
import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.VoiceUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

  private static final int PROGRESS_STEP = 10;

  private final PromptLibrary library;
  private final Announcer announcer;
  private final ScheduledExecutorService schedule;
  private final Warming warming;
  private volatile boolean ready;
  private volatile String wrong = "the fixed sentences are not made yet; the log counts them";

  /** For CDI's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  PromptReadiness() {
    library = null;
    announcer = null;
    schedule = null;
    warming = null;
  }

  @Inject
  PromptReadiness(
      PromptLibrary library,
      Announcer announcer,
      ScheduledExecutorService schedule,
      Warming warming) {
    this.library = library;
    this.announcer = announcer;
    this.schedule = schedule;
    this.warming = warming;
  }

  void started(@Observes @Initialized(ApplicationScoped.class) Object application) {
    schedule.execute(this::made);
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("prompts");
    return ready ? response.up().build() : response.down().withData("wrong", wrong).build();
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
      wrong = "no voice speaks: " + mute.getMessage();
      LOG.log(Level.ERROR, "No voice, again in {0}: {1}", AGAIN, mute.getMessage());
      schedule.schedule(this::made, AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void restMade() {
    warming.languages().forEach(this::warmed);
  }

  private void warmed(Locale language) {
    try {
      warming.make(library.fixedTexts(language));
      warming.make(WarmTexts.all(), language);
      LOG.log(Level.INFO, "Prompts made in {0}", language);
    } catch (VoiceUnavailableException mute) {
      LOG.log(Level.WARNING, "No voice in {0} now: {1}", language, mute.getMessage());
    }
  }

  private static void told(int done, int all) {
    if (done % PROGRESS_STEP == 0 || done == all) {
      LOG.log(Level.INFO, "Prompts made: {0} of {1}", done, all);
    }
  }
}
