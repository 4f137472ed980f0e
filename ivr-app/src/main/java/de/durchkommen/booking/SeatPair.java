package de.durchkommen.booking;

import java.time.Instant;

/** Two seats of one centre that go together, locked by this transaction. */
record SeatPair(SeatRow first, SeatRow second) {
  void held(long hold, Instant until) {
    first.held(hold, until);
    second.held(hold, until);
  }

  void booked() {
    first.booked();
    second.booked();
  }

  void freed() {
    first.freed();
    second.freed();
  }
}
