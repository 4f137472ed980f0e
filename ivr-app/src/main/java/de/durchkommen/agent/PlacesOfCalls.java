package de.durchkommen.agent;

import de.durchkommen.queue.PeopleRoom;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The queue for people, of which a talk uses up a place. */
@ApplicationScoped
class PlacesOfCalls implements Queue {
  private final PeopleRoom room;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  PlacesOfCalls() {
    room = null;
  }

  @Inject
  PlacesOfCalls(PeopleRoom room) {
    this.room = room;
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
