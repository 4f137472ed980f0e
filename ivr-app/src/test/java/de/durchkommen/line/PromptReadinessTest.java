package de.durchkommen.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

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

  @Test
  void isReadyWhenEveryFixedSentenceHasBeenMade() {
    var made = new AtomicInteger();
    var readiness =
        new PromptReadiness(
            library,
            text -> {
              made.incrementAndGet();
              return Path.of("audio");
            },
            schedule,
            Optional.of("de"));
    assertThat(readiness.isReady()).isFalse();

    readiness.made();

    assertThat(readiness.isReady()).isTrue();
    assertThat(made.get()).isGreaterThan(20);
  }

  @Test
  void isNotReadyWithoutAVoiceAndTriesAgain() {
    var readiness =
        new PromptReadiness(
            library,
            text -> {
              throw new VoiceUnavailableException("no engine");
            },
            schedule,
            Optional.of("de"));

    readiness.made();

    assertThat(readiness.isReady()).isFalse();
    verify(schedule)
        .schedule(
            any(Runnable.class), eq(PromptReadiness.AGAIN.toMillis()), eq(TimeUnit.MILLISECONDS));
  }
}
