package de.durchkommen.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @TempDir private Path folder = Path.of("");

  @Test
  void findsTheProcessAgainAndStopsIt() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("sleep", "60").start();
    Path file = folder.resolve("sleep.pid");
    ProcessRecord.of(process.pid()).orElseThrow().write(file);
    ProcessRecord read = ProcessRecord.read(file).orElseThrow();
    assertThat(read.isRunning()).isTrue();
    read.stop(LIMIT);
    assertThat(read.isRunning()).isFalse();
    assertThat(process.waitFor()).isNotZero();
  }

  @Test
  void leavesAnotherProcessWithTheSameNumberAlone() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("sleep", "60").start();
    try {
      ProcessRecord real = ProcessRecord.of(process.pid()).orElseThrow();
      ProcessRecord earlier = new ProcessRecord(real.pid(), real.start() + "0");
      assertThat(earlier.isRunning()).isFalse();
      earlier.stop(LIMIT);
      assertThat(real.isRunning()).isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void endsByForceWhatDoesNotListen() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", "trap '' TERM; echo on; while :; do sleep 1; done").start();
    assertThat(process.getInputStream().read()).isEqualTo('o');
    ProcessRecord record = ProcessRecord.of(process.pid()).orElseThrow();
    record.stop(Duration.ofMillis(300));
    assertThat(record.isRunning()).isFalse();
  }

  @Test
  void takesADamagedFileForNone() throws IOException {
    Path file = folder.resolve("x.pid");
    assertThat(ProcessRecord.read(file)).isEmpty();
    for (String text : new String[] {"", "12", "x y", "-1 z"}) {
      Files.writeString(file, text);
      assertThat(ProcessRecord.read(file)).as(text).isEmpty();
    }
  }
}
