package de.durchkommen.demo;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

/**
 * What the demo writes, within one transaction.
 *
 * <p>Seats begin every 15 minutes from 8 to 18 h, on Sundays too, as the centres of 2021 did: for
 * first doses in the three weeks from the first day on, for second doses in the three weeks after
 * those. So every first dose has a second one 21 days later, and the last of them fits as well as
 * the first. In a centre that makes 80 seats a day, and 20,160 seats in all.
 */
final class DemoTables {
  /** How many days have seats, of first and second doses each. */
  static final int DAYS_PER_DOSE = 21;

  private static final int LANES = 2;
  private static final int OPENS_AT_HOUR = 8;
  private static final int SLOT_MINUTES = 15;
  private static final int SLOTS_A_DAY = 40;
  private static final int PEOPLE_AT_ONCE = 100;

  private final EntityManager entities;

  DemoTables(EntityManager entities) {
    this.entities = entities;
  }

  /** Whether nobody has put anything into this database. */
  boolean empty() {
    return !rows("centre") && !rows("seat") && !rows("person");
  }

  /** Whether the demo filled this database. */
  boolean loaded() {
    return rows("demo_load");
  }

  /**
   * Takes the right to fill this database.
   *
   * @throws jakarta.persistence.PersistenceException when another process has it
   */
  void mark(Instant now) {
    entities
        .createNativeQuery("INSERT INTO demo_load (id, loaded_at) VALUES (1, :now)")
        .setParameter("now", now)
        .executeUpdate();
  }

  void addCentres() {
    entities
        .createNativeQuery(
            """
            INSERT INTO centre (id, name, postcode, lat, lon) VALUES
              ('kassel', 'Kassel', '34117', 51.3127, 9.4797),
              ('giessen', 'Gießen', '35390', 50.5841, 8.6784),
              ('fulda', 'Fulda', '36037', 50.5528, 9.6777),
              ('frankfurt', 'Frankfurt', '60311', 50.1109, 8.6821),
              ('wiesbaden', 'Wiesbaden', '65183', 50.0782, 8.2398),
              ('darmstadt', 'Darmstadt', '64283', 49.8728, 8.6512)
            """)
        .executeUpdate();
  }

  void addPeople(List<DemoPerson> people) {
    for (int i = 0; i < people.size(); i += PEOPLE_AT_ONCE) {
      addAtOnce(people.subList(i, Math.min(people.size(), i + PEOPLE_AT_ONCE)));
    }
  }

  private void addAtOnce(List<DemoPerson> people) {
    String values = String.join(", ", Collections.nCopies(people.size(), "(?, ?, ?, ?)"));
    Query insert =
        entities.createNativeQuery(
            "INSERT INTO person (code, birth_date, name, postcode) VALUES " + values);
    int parameter = 1;
    for (DemoPerson person : people) {
      insert.setParameter(parameter++, person.code().digits());
      insert.setParameter(parameter++, person.birthDate());
      insert.setParameter(parameter++, person.name());
      insert.setParameter(parameter++, person.postcode());
    }
    insert.executeUpdate();
  }

  /** Adds what is missing of the six weeks from this day on; returns how many seats. */
  int addSeats(LocalDate from) {
    int added = 0;
    List<?> centres =
        entities.createNativeQuery("SELECT id FROM centre ORDER BY id").getResultList();
    for (Object centre : centres) {
      added += addSeats(centre, 1, from) + addSeats(centre, 2, from.plusDays(DAYS_PER_DOSE));
    }
    return added;
  }

  /** One centre at a time, so that no statement takes long. */
  private int addSeats(Object centre, int dose, LocalDate from) {
    return entities
        .createNativeQuery(
            """
            INSERT INTO seat (centre_id, vaccine_id, starts_at, dose, lane)
            SELECT :centre, 'comirnaty', slot.starts_at, :dose, lane.seq
            FROM (SELECT :from + INTERVAL day.seq DAY + INTERVAL :hour HOUR
                    + INTERVAL (slot.seq * :minutes) MINUTE AS starts_at
                  FROM seq_0_to_%d day JOIN seq_0_to_%d slot) slot
            JOIN seq_1_to_%d lane
            WHERE NOT EXISTS (
              SELECT 1 FROM seat
              WHERE seat.centre_id = :centre AND seat.starts_at = slot.starts_at
                AND seat.dose = :dose AND seat.lane = lane.seq)
            ORDER BY slot.starts_at, lane.seq
            """
                .formatted(DAYS_PER_DOSE - 1, SLOTS_A_DAY - 1, LANES))
        .setParameter("centre", centre)
        .setParameter("dose", dose)
        .setParameter("from", from.atStartOfDay())
        .setParameter("hour", OPENS_AT_HOUR)
        .setParameter("minutes", SLOT_MINUTES)
        .executeUpdate();
  }

  private boolean rows(String table) {
    return !entities
        .createNativeQuery("SELECT 1 FROM " + table + " LIMIT 1")
        .getResultList()
        .isEmpty();
  }
}
