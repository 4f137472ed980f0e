package de.durchkommen.launch;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

/** A launcher that starts the hotline and looks after it until it is told to stop. */
final class Foreground {
  private final Hotline hotline;
  private final RunFiles files;
  private final PrintWriter out;

  Foreground(Hotline hotline, PrintWriter out) {
    this.hotline = hotline;
    this.files = new RunFiles(hotline.home());
    this.out = out;
  }

  int run() throws IOException, InterruptedException {
    Optional<Lock> lock = Lock.taken(files.lock());
    if (lock.isEmpty()) {
      return Greeting.ofRunning(hotline, files, out);
    }
    try (Lock _ = lock.get()) {
      ProcessRecord self = ProcessRecord.of(ProcessHandle.current().pid()).orElseThrow();
      files.forget();
      self.write(files.launcher());
      try {
        supervise(self);
      } finally {
        files.forget();
      }
      return 0;
    }
  }

  private void supervise(ProcessRecord self) throws IOException, InterruptedException {
    if (files.stopLeftOvers() > 0) {
      say("• Reste eines abgebrochenen Laufs angehalten");
    }
    for (Port port : hotline.ports()) {
      port.requireFree();
    }
    var supervisor = new Supervisor(hotline.children(), out);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor)));
    new ToolSupply(hotline.home(), out).complete();
    say("• Ansagen für den Störungsfall …");
    hotline.fallbackWords().make();
    supervisor.start();
    self.write(files.ready());
    Greeting.ready(hotline, out);
    supervisor.watch();
  }

  /** Runs when the launcher is told to end, by a signal or by itself. */
  private void stop(Supervisor supervisor) {
    try {
      supervisor.stop();
      ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
      files.forget();
    } catch (IOException e) {
      say("Beim Anhalten: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
