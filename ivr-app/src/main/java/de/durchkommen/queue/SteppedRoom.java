package de.durchkommen.queue;

import de.durchkommen.database.Database;
import de.durchkommen.phone.CallingHours;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The waiting room without the application around it, whose rounds are worked one by one by whoever
 * holds the clock: for measurements of days in minutes. For one thread.
 */
public final class SteppedRoom {
  /** The time that a round really takes has nothing to do with the clock that is held here. */
  private static final Duration NEVER_SLOW = Duration.ofMinutes(10);

  private static final OutgoingCalls NOBODY =
      new OutgoingCalls() {
        @Override
        public boolean isPossible() {
          return false;
        }

        @Override
        public void place(OutgoingCall call, Consumer<RingResult> result) {
          throw new IllegalStateException("No telephone calls out");
        }
      };

  private final Room room;
  private QueueSettings settings;

  /** A room that nobody has entered. */
  public SteppedRoom(
      Database database, QueueSettings settings, Clock clock, RandomGenerator random) {
    this.settings = settings;
    Room.Surroundings around =
        new Room.Surroundings(
            "stepped",
            clock,
            random,
            sql -> this.settings,
            CallingHours.USUAL,
            NOBODY,
            QueueJournal.NONE);
    room = new Room(database, around, new Inlet(NEVER_SLOW));
  }

  /** In force from the next second on. */
  public void sets(QueueSettings changed) {
    settings = changed;
  }

  /** As {@link WaitingRoom#enters}. */
  public Stay enters(Arrival arrival) {
    return room.enters(arrival);
  }

  /**
   * Writes down what has happened, and lets in whose turn it is.
   *
   * @return whether the database took it
   */
  public boolean round() {
    return room.round();
  }
}
