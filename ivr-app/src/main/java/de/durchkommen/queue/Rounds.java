package de.durchkommen.queue;

import java.lang.System.Logger.Level;

/** Works the rounds of a room on a thread of its own, from the application's start to its stop. */
final class Rounds {
  private static final System.Logger LOG = System.getLogger(Rounds.class.getName());
  private static final long STOP_MILLIS = 5_000;

  private final Room room;
  private final Thread thread;
  private volatile boolean stopping;

  Rounds(Room room, String name) {
    this.room = room;
    thread = Thread.ofPlatform().daemon().name(name).unstarted(this::work);
    // Whoever starts it, it sees the classes of the application.
    thread.setContextClassLoader(Rounds.class.getClassLoader());
  }

  void begin() {
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
    }
  }

  private void work() {
    while (!stopping) {
      try {
        room.awaited();
        if (!room.round()) {
          Thread.sleep(QueueLimits.ROUND);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException bug) {
        LOG.log(Level.ERROR, "A round of the waiting room failed: {0}", bug.getClass().getName());
      }
    }
  }

  /** The container refuses an application whose last method may throw a checked exception. */
  void stop() {
    stopping = true;
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    // What the last calls left behind.
    room.round();
  }
}
