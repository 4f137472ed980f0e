package de.durchkommen.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class EngineProgramTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  @TempDir Path folder;

  @Test
  void theTextArrivesOnStandardInputWithItsUmlauts() throws Exception {
    Path copy = folder.resolve("copy");
    new EngineProgram(List.of("tee")).run(List.of(copy.toString()), "-v Gießen; rm $(x)");
    assertThat(copy).hasContent("-v Gießen; rm $(x)");
  }

  @Test
  void aFailureTellsTheExitCodeAndTheComplaint() {
    var program = new EngineProgram(List.of("ls"));
    assertThatThrownBy(() -> program.run(List.of(folder.resolve("gone").toString()), "Tag"))
        .isInstanceOf(EngineFailure.class)
        .hasMessageStartingWith("ls ended with 2: ")
        .hasMessageContaining("gone");
  }

  @Test
  void aMissingProgramIsAFailureOfTheEngine() {
    var program = new EngineProgram(List.of(folder.resolve("gone").toString()));
    assertThatThrownBy(() -> program.run(List.of(), "Tag"))
        .isInstanceOf(EngineFailure.class)
        .hasMessageContaining("cannot be started");
  }

  @Test
  void aProgramThatHangsIsEnded() {
    var program = new EngineProgram(List.of("sleep"), SHORT);
    long before = System.nanoTime();
    assertThatThrownBy(() -> program.run(List.of("61.7"), "Tag"))
        .isInstanceOf(EngineFailure.class)
        .hasMessageContaining("took longer than PT0.3S");
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    assertThat(running("sleep 61.7")).isFalse();
  }

  @Test
  void muchTalkOnStandardErrorDoesNotBlock() throws Exception {
    Path large = Files.write(folder.resolve("large"), new byte[1_000_000]);
    new EngineProgram(List.of("cat")).run(List.of(large.toString()), "Tag");
    assertThat(large).hasSize(1_000_000);
  }

  @Test
  void aProgramThatDoesNotReadIsNoProblem() throws Exception {
    new EngineProgram(List.of("true")).run(List.of(), "Tag ".repeat(500_000));
    assertThatThrownBy(() -> new EngineProgram(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anInterruptedThreadStaysInterrupted() {
    var program = new EngineProgram(List.of("sleep"));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> program.run(List.of("5"), "Tag")).isInstanceOf(EngineFailure.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static boolean running(String command) {
    return ProcessHandle.allProcesses()
        .filter(ProcessHandle::isAlive)
        .anyMatch(p -> p.info().commandLine().orElse("").endsWith(command));
  }
}
