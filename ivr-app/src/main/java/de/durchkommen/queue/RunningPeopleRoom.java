package de.durchkommen.queue;

import de.durchkommen.database.Database;
import de.durchkommen.database.Migrated;
import de.durchkommen.database.Sql;
import de.durchkommen.phone.CallingHours;
import de.durchkommen.phone.PhoneNumber;
import de.durchkommen.settings.NodeName;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.Config;

/** The queue for people of the running application. */
@ApplicationScoped
@Typed({PeopleRoom.class, RunningPeopleRoom.class})
class RunningPeopleRoom implements PeopleRoom {
  private final Room room;
  private final Rounds rounds;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  RunningPeopleRoom() {
    room = null;
    rounds = null;
  }

  /** Asked for at the first round, since who serves may need what is made with this. */
  private record Lazy(Instance<Staff> staff) implements Staff {
    private Staff real() {
      return staff.isResolvable() ? staff.get() : NOBODY;
    }

    @Override
    public Roster roster(Sql sql, Instant now) {
      return real().roster(sql, now);
    }

    @Override
    public void assigned(Sql sql, Assignment assignment) {
      real().assigned(sql, assignment);
    }
  }

  @Inject
  RunningPeopleRoom(
      Database database,
      Config config,
      Clock clock,
      RandomGenerator random,
      CallingHours hours,
      Instance<OutgoingCalls> calls,
      Instance<Staff> staff,
      PeopleMetrics journal) {
    QueueSettings initial = RunningRoom.initial(config);
    room =
        new Room(
            database,
            new Room.Surroundings(
                QueueKind.PEOPLE,
                new Lazy(staff),
                NodeName.of(config),
                clock,
                random,
                sql -> new SettingsDesk(sql).current(initial).settings().forPeople(),
                hours,
                RunningRoom.telephone(calls),
                journal));
    rounds = new Rounds(room, "waiting-for-people");
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
  public boolean isStaffed() {
    return room.isStaffed();
  }

  @Override
  public boolean isDeserted() {
    return room.isDeserted();
  }

  @Override
  public boolean keeps(PhoneNumber number) {
    return room.keeps(number);
  }

  @Override
  public void begun(String callId) {
    room.begun(callId);
  }

  @Override
  public void gone(String callId) {
    room.gone(callId);
  }
}
