package de.durchkommen.queue;

import org.jspecify.annotations.Nullable;

/**
 * Tells one listener that something has changed, even if it began to listen only afterwards. Rung
 * by any thread; listened to by one.
 */
public final class Bell {
  private boolean rung;
  private @Nullable Runnable listener;

  /** Rings: the listener runs on this thread, or as soon as there is one. Must not block. */
  public void ring() {
    Runnable heard;
    synchronized (this) {
      rung = true;
      heard = listener;
    }
    if (heard != null) {
      heard.run();
    }
  }

  /** From now on this runs when the bell rings; at once if it has rung since {@link #quiet}. */
  public void listens(Runnable reaction) {
    boolean now;
    synchronized (this) {
      listener = reaction;
      now = rung;
    }
    if (now) {
      reaction.run();
    }
  }

  /** Nobody listens any more; what has rung is heard. Returns whether it has. */
  public synchronized boolean quiet() {
    listener = null;
    boolean heard = rung;
    rung = false;
    return heard;
  }
}
