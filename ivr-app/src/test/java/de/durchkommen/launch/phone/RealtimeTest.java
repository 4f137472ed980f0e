package de.durchkommen.launch.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the system says of processes of this machine. */
class RealtimeTest {
  private static String scheduling(long pid) throws IOException {
    Process asked = new ProcessBuilder("chrt", "--pid", String.valueOf(pid)).start();
    return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Process slept(List<String> command) throws IOException {
    return new ProcessBuilder(command).start();
  }

  @Test
  void aProcessThatRunsGoesFirstFromThenOn() throws IOException {
    assumeThat(Realtime.isPermitted()).isTrue();
    Process usual = slept(List.of("sleep", "60"));
    try {
      assertThat(scheduling(usual.pid())).contains("SCHED_OTHER");
      assertThat(Realtime.raised(usual.pid())).isTrue();
      assertThat(scheduling(usual.pid())).contains("SCHED_RR").containsPattern("priority: 10");
    } finally {
      usual.destroyForcibly();
    }
  }

  @Test
  void aCommandIsTheSameProgram() throws IOException, InterruptedException {
    Process one = slept(Realtime.orUsual(List.of("sh", "-c", "exit 42")));
    assertThat(one.waitFor()).isEqualTo(42);
  }

  @Test
  void whoIsGoneIsNotRaised() throws IOException, InterruptedException {
    Process gone = slept(List.of("true"));
    gone.waitFor();
    assertThat(Realtime.raised(gone.pid())).isFalse();
  }
}
