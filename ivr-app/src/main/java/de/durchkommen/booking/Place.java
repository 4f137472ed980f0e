package de.durchkommen.booking;

/**
 * A place on earth.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 */
record Place(double latitude, double longitude) {
  /** Where everybody is whose postcode is nowhere near Hessen: Frankfurt, the most central. */
  static final Place FRANKFURT = new Place(50.1109, 8.6821);

  private static final double EARTH_RADIUS_KM = 6371.0;

  /** The shortest way over ground, by the haversine formula. */
  double kilometresTo(Place other) {
    double north = Math.toRadians(other.latitude - latitude);
    double east = Math.toRadians(other.longitude - longitude);
    double a =
        square(Math.sin(north / 2))
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * square(Math.sin(east / 2));
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(a)));
  }

  private static double square(double x) {
    return x * x;
  }
}
