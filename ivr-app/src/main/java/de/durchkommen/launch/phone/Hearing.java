package de.durchkommen.launch.phone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What was recognised in a recording.
 *
 * @param prompts in the order in which they were heard
 * @param unknown how long something was audible that is none of the prompts
 */
public record Hearing(List<Heard> prompts, Duration unknown) {
  /** Copies the list. */
  public Hearing {
    prompts = List.copyOf(prompts);
  }

  /** When the first prompt's voice began, from pick-up; empty when none was recognised. */
  public Optional<Duration> firstVoice() {
    return prompts.stream().findFirst().map(Heard::start);
  }

  /** Whether a prompt was heard, given as the transcript names it (a path without extension). */
  public boolean of(Path audio) {
    return prompts.stream().anyMatch(heard -> heard.sound().audio().equals(audio));
  }

  /** Whether a prompt was heard to its end whose text contains these words. */
  public boolean ofWords(String words) {
    return prompts.stream()
        .anyMatch(heard -> heard.whole() && heard.sound().text().contains(words));
  }
}
