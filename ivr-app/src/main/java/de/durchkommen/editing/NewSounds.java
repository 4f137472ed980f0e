package de.durchkommen.editing;

import de.durchkommen.call.WarmTexts;
import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.Edition;
import de.durchkommen.prompt.Prompt;
import de.durchkommen.prompt.PromptOverlay;
import de.durchkommen.prompt.SpokenText;
import de.durchkommen.prompt.Utterance;
import de.durchkommen.prompt.VoiceUnavailableException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Makes the sound of new texts before the first caller hears them: what always says the same, and
 * what is said often. Waits {@link #WAIT} at most; the rest is made while the texts are in force.
 */
final class NewSounds implements AutoCloseable {
  /** New texts wait no longer for their sound. */
  static final Duration WAIT = Duration.ofMillis(800);

  /** So many changes of the texts may wait for their sound; more go without. */
  private static final int QUEUE = 20;

  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final Logger LOG = System.getLogger(NewSounds.class.getName());

  private final EditablePrompts prompts;
  private final Announcer announcer;
  private final ExecutorService worker =
      new ThreadPoolExecutor(
          0,
          1,
          IDLE.toSeconds(),
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(QUEUE),
          NewSounds::thread);

  NewSounds(EditablePrompts prompts, Announcer announcer) {
    this.prompts = prompts;
    this.announcer = announcer;
  }

  private static Thread thread(Runnable work) {
    Thread thread = Thread.ofPlatform().daemon().name("new-sounds").unstarted(work);
    thread.setContextClassLoader(NewSounds.class.getClassLoader());
    return thread;
  }

  /** Makes the sounds of what is new in the next texts. */
  void made(PromptOverlay before, PromptOverlay next) throws InterruptedException {
    List<SpokenText> texts = changed(before, next);
    if (texts.isEmpty()) {
      return;
    }
    try {
      Future<?> work = worker.submit(() -> texts.forEach(announcer::audio));
      work.get(WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | RejectedExecutionException busy) {
      LOG.log(Level.INFO, "New prompts are in force before all of their sounds are made");
    } catch (ExecutionException e) {
      boolean mute = e.getCause() instanceof VoiceUnavailableException;
      LOG.log(Level.WARNING, "No sound of new prompts now", mute ? null : e.getCause());
    }
  }

  private List<SpokenText> changed(PromptOverlay before, PromptOverlay next) {
    List<SpokenText> changed = new ArrayList<>();
    next.texts()
        .forEach((language, texts) ->
            texts.forEach((id, text) -> {
              if (!text.equals(before.texts().getOrDefault(language, Map.of()).get(id))) {
                changed.addAll(spoken(language, id, text));
              }
            }));
    return changed;
  }

  private List<SpokenText> spoken(Locale language, String id, PromptOverlay.Text text) {
    Edition edition = prompts.with(new Place(language.toLanguageTag(), id), text);
    return prompts.of(id).stream()
        .flatMap(NewSounds::often)
        .map(said -> edition.spoken(said, language))
        .distinct()
        .toList();
  }

  private static Stream<Utterance> often(Prompt prompt) {
    return prompt.arguments().isEmpty()
        ? Stream.of(prompt.said())
        : WarmTexts.all().stream().filter(said -> said.prompt().equals(prompt));
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
