package de.durchkommen.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A seat as stored. Only what changed is written: other columns are keys of pairs. */
@Entity
@DynamicUpdate
@Table(name = "seat")
class SeatRow {
  @Id private long id;

  @Column(name = "centre_id")
  private String centre;

  @Column(name = "starts_at")
  private LocalDateTime startsAt;

  private int dose;

  @SuppressWarnings("UnusedVariable") // Read by queries.
  private boolean booked;

  @Column(name = "held_by")
  private @Nullable Long heldBy;

  @Column(name = "held_until")
  private @Nullable LocalDateTime heldUntil;

  /** For the persistence provider. */
  SeatRow() {}

  long id() {
    return id;
  }

  String centre() {
    return centre;
  }

  LocalDateTime startsAt() {
    return startsAt;
  }

  int dose() {
    return dose;
  }

  void held(long hold, Instant until) {
    heldBy = hold;
    heldUntil = Limits.utc(until);
  }

  void booked() {
    booked = true;
    heldBy = null;
    heldUntil = null;
  }

  void freed() {
    booked = false;
    heldBy = null;
    heldUntil = null;
  }
}
