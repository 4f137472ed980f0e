package de.durchkommen.wallboard;

/**
 * What has been in a span of time in one queue; see {@link Board.Today} for what it means.
 *
 * @param booked pairs booked
 */
record Counts(int entered, int putThrough, int inTime, int measured, int abandoned, int booked) {
  static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

  Counts plus(Counts other) {
    return new Counts(
        entered + other.entered,
        putThrough + other.putThrough,
        inTime + other.inTime,
        measured + other.measured,
        abandoned + other.abandoned,
        booked + other.booked);
  }

  Counts withBooked(int pairs) {
    return new Counts(entered, putThrough, inTime, measured, abandoned, pairs);
  }
}
