package de.durchkommen.demo;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.List;

/**
 * What the demo writes, within one transaction.
 *
 * <p>Six centres in towns that had one in January 2021, in halls that everybody knows, open from 8
 * to 18 h, on Sundays and holidays too. Each gives 80 first and 80 second doses a day, four people
 * every 15 minutes.
 */
final class DemoTables {
  /** As many doses are delivered for each day: both of 80 people in each of six centres. */
  static final int DOSES_A_DAY = 2 * 80 * 6;

  /** First doses are planned for so many days at least. */
  private static final int DAYS = 21;

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

  /**
   * Adds the centres; in a database that was filled before centres had an address, completes them.
   * The coordinates are those of their postcodes.
   */
  void addCentres() {
    entities
        .createNativeQuery(
            """
            INSERT INTO centre (id, name, street, postcode, town, lat, lon, lanes, slot_minutes,
              open_on_holidays)
            VALUES
              ('kassel', 'Kassel', 'Damaschkestraße 55', '34121', 'Kassel',
                51.3056, 9.4652, 4, 15, 1),
              ('giessen', 'Gießen', 'Berliner Platz 2', '35390', 'Gießen',
                50.5849, 8.6742, 4, 15, 1),
              ('fulda', 'Fulda', 'Esperantoplatz 1', '36037', 'Fulda',
                50.5518, 9.6833, 4, 15, 1),
              ('frankfurt', 'Frankfurt', 'Ludwig-Erhard-Anlage 1', '60327', 'Frankfurt am Main',
                50.1038, 8.6522, 4, 15, 1),
              ('wiesbaden', 'Wiesbaden', 'Friedrich-Ebert-Allee 1', '65185', 'Wiesbaden',
                50.0773, 8.2424, 4, 15, 1),
              ('darmstadt', 'Darmstadt', 'Schlossgraben 1', '64283', 'Darmstadt',
                49.8719, 8.6484, 4, 15, 1)
            ON DUPLICATE KEY UPDATE street = VALUES(street), postcode = VALUES(postcode),
              town = VALUES(town), lat = VALUES(lat), lon = VALUES(lon), lanes = VALUES(lanes),
              open_on_holidays = VALUES(open_on_holidays)
            """)
        .executeUpdate();
    entities
        .createNativeQuery(
            """
            INSERT INTO centre_hours (centre_id, weekday, opens, closes)
            SELECT id, seq, '08:00', '18:00' FROM centre JOIN seq_1_to_7
            """)
        .executeUpdate();
  }

  /** Whether the centres have no address yet. */
  boolean centresIncomplete() {
    return !rows("centre_hours");
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

  /**
   * Plans what is delivered in the weeks of three weeks from this day on, where that is not planned
   * yet. In a week that has begun, it is for the days that are left of it.
   */
  void planSupply(LocalDate from) {
    LocalDate end = from.plusDays(DAYS);
    for (LocalDate day = from; day.isBefore(end); day = nextMonday(day)) {
      entities
          .createNativeQuery(
              """
              INSERT INTO supply (vaccine_id, monday, doses) VALUES ('comirnaty', :monday, :doses)
              ON DUPLICATE KEY UPDATE doses = doses
              """)
          .setParameter("monday", nextMonday(day).minusWeeks(1))
          .setParameter("doses", DOSES_A_DAY * ChronoUnit.DAYS.between(day, nextMonday(day)))
          .executeUpdate();
    }
  }

  private static LocalDate nextMonday(LocalDate day) {
    return day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
  }

  private boolean rows(String table) {
    return !entities
        .createNativeQuery("SELECT 1 FROM " + table + " LIMIT 1")
        .getResultList()
        .isEmpty();
  }
}
