package de.durchkommen.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Notes who is called; a test says what becomes of it. */
final class FakeTelephone implements OutgoingCalls {
  /** One that rings. */
  record Ringing(OutgoingCall call, Consumer<RingResult> result) {}

  final List<Ringing> ringing = new ArrayList<>();
  volatile boolean possible = true;
  volatile boolean broken;

  @Override
  public boolean isPossible() {
    return possible;
  }

  @Override
  public synchronized void place(OutgoingCall call, Consumer<RingResult> result) {
    if (broken) {
      throw new IllegalStateException("broken");
    }
    ringing.add(new Ringing(call, result));
  }

  /** The one call that rings now; nobody rings afterwards. */
  synchronized Ringing only() {
    if (ringing.size() != 1) {
      throw new AssertionError("Ringing: " + ringing);
    }
    return ringing.removeFirst();
  }
}
