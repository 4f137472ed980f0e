package de.durchkommen.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;

/** What happened to a pair, as stored: for a move what it is afterwards. Only ever added. */
@Entity
@Table(name = "appointment_event")
@SuppressWarnings("UnusedVariable") // Read by the persistence provider.
class EventRow {
  /** What happened. */
  enum Kind {
    BOOKED,
    MOVED,
    CANCELLED
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  private LocalDateTime at;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Column(name = "person_id")
  private long person;

  private String confirmation;

  @Column(name = "centre_id")
  private String centre;

  @Column(name = "first_seat_id")
  private long firstSeat;

  @Column(name = "first_at")
  private LocalDateTime firstAt;

  @Column(name = "second_seat_id")
  private long secondSeat;

  @Column(name = "second_at")
  private LocalDateTime secondAt;

  /** For the persistence provider. */
  EventRow() {}

  EventRow(Kind kind, PairRow pair, Instant now) {
    this.kind = kind;
    this.at = Limits.utc(now);
    this.person = pair.person();
    this.confirmation = pair.confirmation();
    this.centre = pair.centre();
    this.firstSeat = pair.seats().first().id();
    this.firstAt = pair.seats().first().startsAt();
    this.secondSeat = pair.seats().second().id();
    this.secondAt = pair.seats().second().startsAt();
  }
}
