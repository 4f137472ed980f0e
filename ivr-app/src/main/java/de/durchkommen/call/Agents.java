package de.durchkommen.call;

import de.durchkommen.agent.Handover;
import de.durchkommen.agent.Handovers;
import de.durchkommen.agent.Talks;
import de.durchkommen.phone.PhoneNumber;
import de.durchkommen.queue.Arrival;
import de.durchkommen.queue.PeopleRoom;
import de.durchkommen.queue.Stay;
import de.durchkommen.recording.Consents;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** The way to people who are signed in at a desk: where one waits for them, and what goes along. */
@Dependent
public class Agents {
  final PeopleRoom room;
  final Talks talks;
  final Handovers handovers;
  final Consents consents;

  /** Takes who knows of them. */
  @Inject
  public Agents(PeopleRoom room, Talks talks, Handovers handovers, Consents consents) {
    this.consents = consents;
    this.room = room;
    this.talks = talks;
    this.handovers = handovers;
  }

  /** Where nobody ever signs in. */
  static Agents none() {
    return new Agents(new Nobody(), new Silence(), new Forgetting(), Consents.NEVER);
  }

  private static final class Nobody implements PeopleRoom {
    @Override
    public boolean isStaffed() {
      return false;
    }

    @Override
    public boolean isDeserted() {
      return true;
    }

    @Override
    public boolean keeps(PhoneNumber number) {
      return false;
    }

    @Override
    public void begun(String callId) {}

    @Override
    public void gone(String callId) {}

    @Override
    public Stay enters(Arrival arrival) {
      throw new IllegalStateException("Nobody is waited for here");
    }

    @Override
    public Optional<Stay> answers(Arrival arrival, long ticket) {
      return Optional.empty();
    }
  }

  private static final class Silence implements Talks {
    @Override
    public Optional<de.durchkommen.agent.Talk> assigned(String callId) {
      return Optional.empty();
    }

    @Override
    public void withdrawn(String callId) {}

    @Override
    public After after(long talk, String dialStatus) {
      return new After.Uncertain();
    }
  }

  private static final class Forgetting implements Handovers {
    @Override
    public void wrote(Handover handover) {}

    @Override
    public Optional<Handover> of(String callId) {
      return Optional.empty();
    }
  }
}
