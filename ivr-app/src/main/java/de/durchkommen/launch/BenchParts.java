package de.durchkommen.launch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The parts that a measurement needs; they end with it, also when it is broken off. */
final class BenchParts implements AutoCloseable {
  private final Home home;
  private final List<Child> children = new ArrayList<>();
  private final Thread stop = new Thread(this::stopped);

  BenchParts(Home home) {
    this.home = home;
    Runtime.getRuntime().addShutdownHook(stop);
  }

  /** Starts one and waits until it does its work; returns the number of its process. */
  long started(Part part) throws IOException, InterruptedException {
    Child child = new Child(part, home);
    children.add(child);
    child.start();
    child.awaitReady();
    return child.record().orElseThrow().pid();
  }

  private void stopped() {
    for (Child child : children.reversed()) {
      try {
        child.stop();
      } catch (IOException e) {
        System.err.println(child.part().name() + " läuft noch: " + e.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends them and deletes what they have written. */
  @Override
  public void close() throws IOException {
    Runtime.getRuntime().removeShutdownHook(stop);
    stopped();
    Folders.delete(home.path());
  }
}
