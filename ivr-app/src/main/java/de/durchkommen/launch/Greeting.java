package de.durchkommen.launch;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

/** What is shown when the hotline is ready. */
final class Greeting {
  private Greeting() {}

  static void ready(Hotline hotline, PrintWriter out) {
    out.println("bereit");
    out.println("  Anruf:    " + hotline.sip().url());
    out.println("  Web:      " + hotline.http().url());
    hotline.secured().ifPresent(line -> out.println("  " + line));
    out.println("  Anhalten: ./durchkommen down");
    out.flush();
  }

  /** When another launcher has the lock: fine if all is up, else a failure that says so. */
  static int ofRunning(Hotline hotline, RunFiles files, PrintWriter out) throws IOException {
    if (files.isReady()) {
      out.println("Durchkommen läuft schon.");
      ready(hotline, out);
      return 0;
    }
    Optional<ProcessRecord> other = files.runningLauncher();
    String who = other.map(record -> " (Prozess " + record.pid() + ")").orElse("");
    throw new LaunchFailure(
        LaunchFailure.WRONG_USE,
        "Ein anderes »up« ist in "
            + hotline.home().path()
            + " gerade dabei"
            + who
            + ". Bitte warten, oder abbrechen mit: ./durchkommen down");
  }
}
