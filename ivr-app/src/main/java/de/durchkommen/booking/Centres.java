package de.durchkommen.booking;

import static java.util.Comparator.comparingDouble;

import jakarta.persistence.EntityManager;
import java.util.List;

/** Which centres there are, and which one is near. */
final class Centres {
  private final EntityManager entities;

  Centres(EntityManager entities) {
    this.entities = entities;
  }

  /** All of them, the nearest to the postcode first. */
  List<Centre> nearestFirst(String postcode) {
    Place home = home(postcode);
    return entities
        .createQuery("SELECT c FROM CentreRow c ORDER BY c.id", CentreRow.class)
        .getResultStream()
        .sorted(comparingDouble(row -> row.place().kilometresTo(home)))
        .map(CentreRow::centre)
        .toList();
  }

  private Place home(String postcode) {
    @SuppressWarnings("unchecked")
    List<Object[]> found =
        entities
            .createNativeQuery(
                """
                SELECT lat, lon FROM postcode_region
                WHERE LEFT(:postcode, CHAR_LENGTH(prefix)) = prefix
                ORDER BY CHAR_LENGTH(prefix) DESC LIMIT 1
                """)
            .setParameter("postcode", postcode)
            .getResultList();
    return found.stream()
        .findFirst()
        .map(row -> new Place(((Number) row[0]).doubleValue(), ((Number) row[1]).doubleValue()))
        .orElse(Place.FRANKFURT);
  }
}
