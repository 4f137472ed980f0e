package de.durchkommen.voice;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A process that has RHVoice in memory, and waits to be killed. */
final class ResidentHolder {
  private ResidentHolder() {}

  /**
   * Prints the id of RHVoice's process.
   *
   * @param arguments the place of {@code RHVoice-test}
   */
  public static void main(String[] arguments)
      throws EngineFailure, IOException, InterruptedException {
    var program = new EngineProgram(List.of(arguments[0]));
    RhvoiceHome home = RhvoiceHome.of(program).orElseThrow();
    RhvoiceResident resident = RhvoiceResident.started(home, Duration.ofSeconds(10));
    resident.said("elena", "Да", Duration.ofSeconds(10));
    ProcessHandle.current().children().forEach(child -> System.out.println(child.pid()));
    System.out.flush();
    new CountDownLatch(1).await();
  }
}
