package de.durchkommen.bench;

/**
 * How large the rush is.
 *
 * @param pairs free pairs of seats at the start; a multiple of {@link #STEP}
 * @param people so many are entitled and call
 * @param clients so many of them at the same time
 */
record Sizes(int pairs, int people, int clients) {
  static final int CENTRES = 6;
  static final int FREE_DAYS = 10;
  static final int BOOKED_DAYS = 11;
  static final int SLOTS = 40;
  static final int SLOT_MINUTES = 15;

  /** One lane more in each centre. */
  static final int STEP = CENTRES * FREE_DAYS * SLOTS;

  Sizes {
    if (pairs < STEP || pairs % STEP != 0) {
      throw new IllegalArgumentException("--pairs: ein Vielfaches von " + STEP);
    }
    if (people < 2 * pairs || clients < 1) {
      throw new IllegalArgumentException(
          "--people: mindestens das Doppelte von --pairs; --clients: mindestens 1");
    }
  }

  int lanes() {
    return pairs / STEP;
  }

  /** Pairs that others have booked before, on the days before the free ones. */
  int bookedPairs() {
    return CENTRES * BOOKED_DAYS * SLOTS * lanes();
  }

  int seats() {
    return 2 * (pairs + bookedPairs());
  }
}
