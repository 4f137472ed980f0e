package de.durchkommen.booking;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A centre as stored. */
@Entity
@Table(name = "centre")
class CentreRow {
  @Id private String id;
  private String name;
  private double lat;
  private double lon;

  /** For the persistence provider. */
  CentreRow() {}

  Centre centre() {
    return new Centre(id, name);
  }

  Place place() {
    return new Place(lat, lon);
  }
}
