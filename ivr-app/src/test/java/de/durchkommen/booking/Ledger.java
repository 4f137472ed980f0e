package de.durchkommen.booking;

import de.durchkommen.database.TestDatabase;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What always holds, as queries that find what does not. They ask the tables and trust none of
 * their keys and constraints.
 *
 * <p>Holds need the time: one that runs has both its seats, with the same end; of one that has run
 * out there may be a remainder, as somebody else may have taken the other seat.
 */
final class Ledger {
  private static final String SEATS_OF_PAIRS =
      """
      (SELECT id, person_id, first_seat_id seat_id, first_at at, 1 dose, centre_id, vaccine_id
       FROM appointment_pair
       UNION ALL
       SELECT id, person_id, second_seat_id, second_at, 2, centre_id, vaccine_id
       FROM appointment_pair) taken
      """;

  /** Each event with how many pairs its person has after it, and whether it is the last one. */
  private static final String STORY =
      """
      (SELECT e.*,
         SUM(CASE kind WHEN 'BOOKED' THEN 1 WHEN 'CANCELLED' THEN -1 ELSE 0 END)
           OVER (PARTITION BY person_id ORDER BY id) pairs,
         LEAD(id) OVER (PARTITION BY person_id ORDER BY id) next
       FROM appointment_event e) story
      """;

  private final TestDatabase rows;
  private final long seats;

  /** Of this database, which has so many seats as it has now for good. */
  Ledger(TestDatabase rows) {
    this.rows = rows;
    this.seats = count("TRUE");
  }

  /** Everything that is wrong at this time, by the rule that it breaks; empty when all is well. */
  List<String> wrong(Instant now) {
    List<String> wrong = new ArrayList<>();
    if (free(now) + held(now) + booked() != seats) {
      wrong.add("seats = free + held + booked: " + counts(now) + ", of " + seats);
    }
    queries(now)
        .forEach((rule, query) -> rows.rows(query).forEach(row -> wrong.add(rule + ": " + row)));
    return wrong;
  }

  /** Figures for people who read the output. */
  String counts(Instant now) {
    return "free %d, held %d, booked %d".formatted(free(now), held(now), booked());
  }

  long free(Instant now) {
    return count("booked = 0 AND (held_until IS NULL OR held_until <= '%s')".formatted(utc(now)));
  }

  long held(Instant now) {
    return count("booked = 0 AND held_by IS NOT NULL AND held_until > '%s'".formatted(utc(now)));
  }

  long booked() {
    return count("booked = 1 AND held_by IS NULL AND held_until IS NULL");
  }

  private long count(String what) {
    return Long.parseLong(rows.rows("SELECT COUNT(*) FROM seat WHERE " + what).getFirst());
  }

  private static LocalDateTime utc(Instant now) {
    return LocalDateTime.ofInstant(now, ZoneOffset.UTC);
  }

  private static Map<String, String> queries(Instant now) {
    Map<String, String> all = new TreeMap<>(appointments());
    all.putAll(
        holds(
            "(SELECT * FROM seat WHERE booked = 0 AND held_until > '%s') held"
                .formatted(utc(now))));
    all.putAll(history());
    return all;
  }

  private static Map<String, String> appointments() {
    return Map.of(
        "a seat has one pair",
        "SELECT seat_id FROM " + SEATS_OF_PAIRS + " GROUP BY seat_id HAVING COUNT(*) > 1",
        "a person has one pair",
        "SELECT person_id FROM appointment_pair GROUP BY person_id HAVING COUNT(*) > 1",
        "a booked seat has a pair",
        "SELECT seat.id FROM seat LEFT JOIN "
            + SEATS_OF_PAIRS
            + " ON taken.seat_id = seat.id WHERE seat.booked <> 0 AND taken.id IS NULL",
        "a pair has a first and a second seat, booked, in its centre, of its vaccine, at its time",
        "SELECT taken.id, taken.dose FROM "
            + SEATS_OF_PAIRS
            + " LEFT JOIN seat ON seat.id = taken.seat_id AND seat.booked = 1"
            + " AND seat.dose = taken.dose AND seat.starts_at = taken.at"
            + " AND seat.centre_id = taken.centre_id AND seat.vaccine_id = taken.vaccine_id"
            + " WHERE seat.id IS NULL",
        "a pair is of somebody",
        "SELECT pair.id FROM appointment_pair pair LEFT JOIN person ON person.id = person_id"
            + " WHERE person.id IS NULL",
        "the doses are apart as the pair's interval of its vaccine says",
        """
        SELECT pair.id FROM appointment_pair pair LEFT JOIN vaccine_interval apart
          ON apart.vaccine_id = pair.vaccine_id AND apart.fewest_days = pair.fewest_days
          AND apart.most_days = pair.most_days
          AND TO_DAYS(second_at) - TO_DAYS(first_at) BETWEEN apart.fewest_days AND apart.most_days
        WHERE apart.vaccine_id IS NULL
        """);
  }

  private static Map<String, String> holds(String running) {
    return Map.of(
        "a seat is free, held or booked",
        "SELECT id FROM seat WHERE (held_by IS NULL) <> (held_until IS NULL)"
            + " OR booked NOT IN (0, 1) OR booked = 1 AND held_by IS NOT NULL",
        "a hold is whole",
        "SELECT held_by FROM "
            + running
            + " GROUP BY held_by HAVING COUNT(*) <> 2 OR SUM(dose = 1) <> 1"
            + " OR COUNT(DISTINCT centre_id, vaccine_id, held_until) <> 1",
        "a hold's doses are apart as the vaccine says",
        """
        SELECT one.held_by FROM seat one
        JOIN seat two ON two.held_by = one.held_by AND two.dose = 2
        JOIN vaccine ON vaccine.id = one.vaccine_id
        WHERE one.dose = 1 AND TO_DAYS(two.starts_at) - TO_DAYS(one.starts_at)
          NOT BETWEEN vaccine.fewest_days AND vaccine.most_days
        """);
  }

  private static Map<String, String> history() {
    return Map.of(
        "who has nothing books, who has something moves or cancels",
        "SELECT id, kind FROM "
            + STORY
            + " WHERE pairs <> CASE kind WHEN 'CANCELLED' THEN 0 ELSE 1 END",
        "a pair is what its last event says",
        "SELECT pair.id FROM appointment_pair pair LEFT JOIN "
            + STORY
            + """
             ON story.next IS NULL AND story.kind <> 'CANCELLED'
               AND story.person_id = pair.person_id AND story.confirmation = pair.confirmation
               AND story.centre_id = pair.centre_id
               AND story.first_seat_id = pair.first_seat_id AND story.first_at = pair.first_at
               AND story.second_seat_id = pair.second_seat_id AND story.second_at = pair.second_at
             WHERE story.id IS NULL
            """,
        "who has no pair cancelled the last one",
        "SELECT story.person_id FROM "
            + STORY
            + " LEFT JOIN appointment_pair pair ON pair.person_id = story.person_id"
            + " WHERE story.next IS NULL AND story.kind <> 'CANCELLED' AND pair.id IS NULL");
  }
}
