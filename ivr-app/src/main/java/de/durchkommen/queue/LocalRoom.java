package de.durchkommen.queue;

import de.durchkommen.database.Database;
import de.durchkommen.phone.CallingHours;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The waiting room without the application around it, for measurements: the same rounds on a real
 * database, with settings that nobody changes, and nobody to call out.
 */
public final class LocalRoom implements WaitingRoom, AutoCloseable {
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
  private final Thread rounds;

  /** A room that works its rounds from now on. */
  public LocalRoom(Database database, QueueSettings settings, Clock clock, RandomGenerator random) {
    Room.Surroundings around =
        new Room.Surroundings(
            "local", clock, random, sql -> settings, CallingHours.USUAL, NOBODY, QueueJournal.NONE);
    room = new Room(database, around);
    rounds = Thread.ofPlatform().daemon().name("local-room").start(this::work);
  }

  private void work() {
    try {
      while (true) {
        room.awaited();
        if (!room.round()) {
          Thread.sleep(QueueLimits.ROUND);
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Stay enters(Arrival arrival) {
    return room.enters(arrival);
  }

  @Override
  public Optional<Stay> answers(Arrival arrival, long ticket) {
    return room.answers(arrival, ticket);
  }

  /** Works no more rounds. */
  @Override
  public void close() {
    rounds.interrupt();
  }
}
