package de.durchkommen.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import de.durchkommen.prompt.Announcer;
import de.durchkommen.prompt.PromptFolder;
import de.durchkommen.prompt.PromptLibrary;
import de.durchkommen.prompt.VoiceUnavailableException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PromptReadinessTest {
  private final ScheduledExecutorService schedule = mock(ScheduledExecutorService.class);
  private final PromptLibrary library =
      new PromptLibrary(PromptFolder.of(Optional.of("../prompts")), Clock.systemUTC());

  private PromptReadiness readiness(Announcer announcer) {
    return new PromptReadiness(
        library, announcer, schedule, new Warming(library, announcer, Optional.of("de")));
  }

  @Test
  void isReadyWhenEveryFixedSentenceHasBeenMade() {
    var made = new AtomicInteger();
    var readiness =
        readiness(text -> {
          made.incrementAndGet();
          return Path.of("audio");
        });
    assertThat(readiness.isReady()).isFalse();

    readiness.made();

    assertThat(readiness.isReady()).isTrue();
    assertThat(made.get()).isGreaterThan(20);
  }

  @Test
  void isNotReadyWithoutAVoiceAndTriesAgain() {
    var readiness =
        readiness(text -> {
          throw new VoiceUnavailableException("no engine");
        });

    readiness.made();

    assertThat(readiness.isReady()).isFalse();
    verify(schedule)
        .schedule(
            any(Runnable.class), eq(PromptReadiness.AGAIN.toMillis()), eq(TimeUnit.MILLISECONDS));
  }
}
