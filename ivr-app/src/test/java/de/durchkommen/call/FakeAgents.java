package de.durchkommen.call;

import de.durchkommen.agent.Handover;
import de.durchkommen.agent.Handovers;
import de.durchkommen.agent.Talk;
import de.durchkommen.agent.Talks;
import de.durchkommen.phone.PhoneNumber;
import de.durchkommen.queue.Arrival;
import de.durchkommen.queue.PeopleRoom;
import de.durchkommen.queue.Stay;
import de.durchkommen.recording.Consents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Agents who are signed in, and one stay in the queue for them. */
final class FakeAgents implements PeopleRoom, Talks, Handovers, Consents {
  final FakeStay stay = new FakeStay();
  final List<Arrival> arrivals = new ArrayList<>();
  final List<Handover> handovers = new ArrayList<>();
  final List<String> withdrawn = new ArrayList<>();
  final List<String> consents = new ArrayList<>();
  Runnable entering = () -> {};
  boolean recording;
  boolean staffed = true;
  boolean known = true;
  Optional<PhoneNumber> kept = Optional.empty();
  Optional<Talk> talk = Optional.of(new Talk(42, "agent-platz-7", 99));
  After after = new After.Over();

  Agents agents() {
    return new Agents(this, this, this, this);
  }

  @Override
  public boolean isStaffed() {
    return known && staffed;
  }

  @Override
  public boolean isDeserted() {
    return known && !staffed;
  }

  @Override
  public boolean keeps(PhoneNumber number) {
    return kept.filter(number::equals).isPresent();
  }

  @Override
  public void begun(String callId) {}

  @Override
  public void gone(String callId) {}

  @Override
  public Stay enters(Arrival arrival) {
    arrivals.add(arrival);
    entering.run();
    return stay;
  }

  @Override
  public Optional<Stay> answers(Arrival arrival, long ticket) {
    return Optional.of(stay);
  }

  @Override
  public Optional<Talk> assigned(String callId) {
    return talk;
  }

  @Override
  public void withdrawn(String callId) {
    withdrawn.add(callId);
  }

  @Override
  public After after(long number, String dialStatus) {
    return after;
  }

  @Override
  public boolean isDue(String callId) {
    return recording && consents.isEmpty();
  }

  @Override
  public boolean answered(String callId, Answer answer, String language) {
    consents.add(answer + " " + language);
    return answer == Answer.YES;
  }

  @Override
  public void wrote(Handover handover) {
    handovers.add(handover);
  }

  @Override
  public Optional<Handover> of(String callId) {
    return handovers.isEmpty() ? Optional.empty() : Optional.of(handovers.getLast());
  }
}
