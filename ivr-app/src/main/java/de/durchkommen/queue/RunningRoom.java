package de.durchkommen.queue;

import de.durchkommen.database.Database;
import de.durchkommen.database.Migrated;
import de.durchkommen.phone.CallingHours;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.Config;

/** The waiting room of the running application: works rounds from its start to its stop. */
@ApplicationScoped
class RunningRoom implements WaitingRoom {
  private static final System.Logger LOG = System.getLogger(RunningRoom.class.getName());

  /** Setting: the name of this node, the same after a restart and no other node's. */
  static final String NODE = "durchkommen.node";

  /** Setting: how many dialogues at once until a supervisor sets another number. */
  static final String DIALOGUES = "durchkommen.queue.dialogues";

  private static final String PORT = "durchkommen.agi.port";
  private static final String DEFAULT_PORT = "4573";
  private static final long STOP_MILLIS = 5_000;

  private final Room room;
  private final Thread rounds;
  private volatile boolean stopping;

  /** Where nobody can be called. */
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

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  RunningRoom() {
    room = null;
    rounds = null;
  }

  @Inject
  RunningRoom(
      Database database,
      Config config,
      Clock clock,
      RandomGenerator random,
      CallingHours hours,
      Instance<OutgoingCalls> calls,
      Instance<QueueJournal> journal) {
    QueueSettings initial = initial(config);
    Room.Surroundings around =
        new Room.Surroundings(
            name(config),
            clock,
            random,
            sql -> new SettingsDesk(sql).current(initial).settings(),
            hours,
            calls.isResolvable() ? calls.get() : NOBODY,
            journal.isResolvable() ? journal.get() : QueueJournal.NONE);
    room = new Room(database, around);
    rounds = Thread.ofPlatform().daemon().name("waiting-room").unstarted(this::work);
    // Whoever starts it, it sees the classes of the application.
    rounds.setContextClassLoader(RunningRoom.class.getClassLoader());
  }

  /** What is in force until a supervisor sets something. */
  static QueueSettings initial(Config config) {
    QueueSettings usual = QueueSettings.USUAL;
    return new QueueSettings(
        config.getOptionalValue(DIALOGUES, Integer.class).orElse(usual.dialogues()),
        usual.order(),
        usual.lobby(),
        usual.kept(),
        usual.soonest(),
        usual.latest(),
        usual.callback(),
        usual.closing(),
        usual.stock(),
        usual.hours());
  }

  private static String name(Config config) {
    return config
        .getOptionalValue(NODE, String.class)
        .orElseGet(
            () -> host() + ":" + config.getOptionalValue(PORT, String.class).orElse(DEFAULT_PORT));
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }

  void begin(@Observes Migrated migrated) {
    if (rounds.getState() == Thread.State.NEW) {
      rounds.start();
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
  @PreDestroy
  void stop() {
    stopping = true;
    try {
      rounds.join(STOP_MILLIS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    // What the last calls left behind.
    room.round();
  }

  @Override
  public Stay enters(Arrival arrival) {
    return room.enters(arrival);
  }

  @Override
  public Optional<Stay> answers(Arrival arrival, long ticket) {
    return room.answers(arrival, ticket);
  }
}
