package de.durchkommen.queue;

import de.durchkommen.database.Database;
import de.durchkommen.database.Migrated;
import de.durchkommen.phone.CallingHours;
import de.durchkommen.settings.NodeName;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.Config;

/** The waiting room of the running application: works rounds from its start to its stop. */
@ApplicationScoped
class RunningRoom implements WaitingRoom {
  /** Setting: how many dialogues at once until a supervisor sets another number. */
  static final String DIALOGUES = "durchkommen.queue.dialogues";

  private final Room room;
  private final Rounds rounds;

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
            NodeName.of(config),
            clock,
            random,
            sql -> new SettingsDesk(sql).current(initial).settings(),
            hours,
            telephone(calls),
            journal.isResolvable() ? journal.get() : QueueJournal.NONE);
    room = new Room(database, around);
    rounds = new Rounds(room, "waiting-room");
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

  /** What calls out, where anything can. */
  static OutgoingCalls telephone(Instance<OutgoingCalls> calls) {
    return calls.isResolvable() ? calls.get() : NOBODY;
  }

  void begin(@Observes Migrated migrated) {
    rounds.begin();
  }

  @PreDestroy
  void stop() {
    rounds.stop();
  }

  @Override
  public Stay enters(Arrival arrival) {
    return room.enters(arrival);
  }

  @Override
  public Optional<Stay> answers(Arrival arrival, long ticket) {
    return room.answers(arrival, ticket);
  }

  @Override
  public int priority(int group) {
    return room.priority(group);
  }

  @Override
  public boolean asksForRecording() {
    return room.asksForRecording();
  }

  @Override
  public Music music() {
    return room.music();
  }
}
