package de.durchkommen.call;

import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.WaitingList;
import de.durchkommen.identity.IdentityDesk;
import de.durchkommen.language.Languages;
import de.durchkommen.queue.Arrival;
import de.durchkommen.queue.Stay;
import de.durchkommen.queue.WaitingRoom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A waiting room with one stay, whose turn it is at once unless a test writes otherwise. */
final class FakeWaitingRoom implements WaitingRoom {
  final FakeStay stay = new FakeStay();
  final List<Arrival> arrivals = new ArrayList<>();
  final List<Long> answered = new ArrayList<>();
  boolean isCalling = true;
  Agents agents = Agents.none();
  UrgentWords urgent = UrgentWords.NONE;

  /** Desks with a waiting room in which it is everybody's turn. */
  static Desks desks(IdentityDesk identity, BookingDesk desk, WaitingList list, Clock clock) {
    return new FakeWaitingRoom().with(identity, desk, list, clock);
  }

  /** Desks with this waiting room. */
  Desks with(IdentityDesk identity, BookingDesk desk, WaitingList list, Clock clock) {
    var german = new Languages("de");
    return new Desks(
        this,
        agents,
        identity,
        desk,
        list,
        new StockNews(desk, clock),
        german,
        new FakeMemory(),
        urgent,
        clock);
  }

  @Override
  public Stay enters(Arrival arrival) {
    arrivals.add(arrival);
    return stay;
  }

  @Override
  public Optional<Stay> answers(Arrival arrival, long ticket) {
    answered.add(ticket);
    return isCalling ? Optional.of(stay) : Optional.empty();
  }
}
