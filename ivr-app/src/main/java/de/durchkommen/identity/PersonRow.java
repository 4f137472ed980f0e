package de.durchkommen.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** An invited person as stored. */
@Entity
@Table(name = "person")
@SuppressWarnings("UnusedVariable") // Read by queries.
class PersonRow {
  @Id private long id;
  private String code;

  @Column(name = "birth_date")
  private LocalDate birthDate;

  private String postcode;

  /** For the persistence provider. */
  PersonRow() {}

  Person person() {
    return new Person(id, postcode);
  }
}
