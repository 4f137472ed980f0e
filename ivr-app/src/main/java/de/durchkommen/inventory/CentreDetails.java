package de.durchkommen.inventory;

/**
 * A centre in full.
 *
 * @param id short name in the database, as {@code kassel}: small letters, digits, dashes, up to 20
 * @param name as it is spoken, one word of up to 60 characters
 * @param street with the number, up to 100 characters
 * @param postcode five digits
 * @param town up to 60 characters
 * @param latitude degrees north
 * @param longitude degrees east
 * @param lanes how many people come at once, first and second doses together, 0 to {@link
 *     #MOST_LANES}
 * @param slotMinutes how long one takes, {@link #SHORTEST_SLOT} to {@link #LONGEST_SLOT}
 * @param openOnHolidays whether it keeps the weekday's hours on a public holiday of Hessen
 * @param weight its share of each delivery, in relation to the other centres', 0 to {@link
 *     #MOST_WEIGHT}
 */
public record CentreDetails(
    String id,
    String name,
    String street,
    String postcode,
    String town,
    double latitude,
    double longitude,
    int lanes,
    int slotMinutes,
    boolean openOnHolidays,
    int weight) {
  /** The column holds no more. */
  public static final int MOST_LANES = 127;

  /** Minutes. */
  public static final int SHORTEST_SLOT = 5;

  /** Minutes. */
  public static final int LONGEST_SLOT = 240;

  /** More makes no finer shares. */
  public static final int MOST_WEIGHT = 1_000_000;
}
