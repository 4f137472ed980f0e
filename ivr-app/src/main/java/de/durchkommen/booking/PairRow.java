package de.durchkommen.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;

/** A person's pair of appointments as stored. */
@Entity
@Table(name = "appointment_pair")
@SuppressWarnings("UnusedVariable") // Some are read by the persistence provider only.
class PairRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private long id;

  @Column(name = "person_id")
  private long person;

  private String confirmation;

  @Column(name = "centre_id")
  private String centre;

  @ManyToOne(fetch = FetchType.EAGER)
  @JoinColumn(name = "first_seat_id")
  private SeatRow first;

  @Column(name = "first_at")
  private LocalDateTime firstAt;

  @ManyToOne(fetch = FetchType.EAGER)
  @JoinColumn(name = "second_seat_id")
  private SeatRow second;

  @Column(name = "second_at")
  private LocalDateTime secondAt;

  @Column(name = "booked_at")
  private LocalDateTime bookedAt;

  /** For the persistence provider. */
  PairRow() {}

  PairRow(long person, String confirmation, SeatPair seats, Instant now) {
    this.person = person;
    this.confirmation = confirmation;
    this.bookedAt = Limits.utc(now);
    moved(seats);
  }

  final void moved(SeatPair seats) {
    centre = seats.first().centre();
    first = seats.first();
    firstAt = first.startsAt();
    second = seats.second();
    secondAt = second.startsAt();
  }

  long person() {
    return person;
  }

  String confirmation() {
    return confirmation;
  }

  String centre() {
    return centre;
  }

  SeatPair seats() {
    return new SeatPair(first, second);
  }
}
