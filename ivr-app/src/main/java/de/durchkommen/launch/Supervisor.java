package de.durchkommen.launch;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starts the parts in their order, starts again what dies, and stops all in the opposite order. */
final class Supervisor {
  private static final Duration POLL = Duration.ofMillis(500);

  private final List<Child> children;
  private final List<Restarts> restarts = new ArrayList<>();
  private final PrintWriter out;
  private volatile boolean stopping;

  Supervisor(List<Child> children, PrintWriter out) {
    this.children = List.copyOf(children);
    this.out = out;
    children.forEach(child -> restarts.add(new Restarts()));
  }

  /** Starts all; when one fails, stops those that were started. */
  void start() throws IOException, InterruptedException {
    boolean whole = false;
    try {
      for (Child child : children) {
        say("• " + child.part().name() + " startet …");
        launch(child);
        child.awaitReady();
      }
      whole = true;
    } finally {
      if (!whole) {
        stop();
      }
    }
  }

  /** Looks after the parts until {@link #stop} is called. */
  void watch() throws InterruptedException {
    while (!stopping) {
      for (int i = 0; i < children.size(); i++) {
        look(children.get(i), restarts.get(i));
      }
      Thread.sleep(POLL);
    }
  }

  /** A full disk or the like must not end the other parts: it is said, and counts as a try. */
  private void look(Child child, Restarts tries) throws InterruptedException {
    try {
      child.log().trim();
      revive(child, tries);
      if (!child.preferIfDue()) {
        say(child.part().name() + " läuft wie andere Programme: Vorrang erlaubt das System nicht.");
      }
    } catch (IOException | LaunchFailure e) {
      say(child.part().name() + ": " + e.getMessage());
    }
  }

  /** Stops all, last started first; waits until they are gone. */
  void stop() throws IOException, InterruptedException {
    stopping = true;
    synchronized (this) {
      for (Child child : children.reversed()) {
        child.stop();
      }
    }
  }

  private void revive(Child child, Restarts tries) throws IOException, InterruptedException {
    long now = System.nanoTime();
    if (child.isAlive() || tries.areUsedUp() || stopping) {
      return;
    }
    if (!tries.isPlanned()) {
      tries.plan(now);
      say(child.part().name() + " ist ausgefallen. " + tries.announcement());
    } else if (tries.isDue(now)) {
      tries.begin(now);
      launch(child);
    }
  }

  private synchronized void launch(Child child) throws IOException, InterruptedException {
    if (!stopping) {
      child.start();
    }
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
