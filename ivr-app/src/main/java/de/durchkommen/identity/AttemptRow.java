package de.durchkommen.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The wrong tries in a row on one code, and its lock. Instants are stored as UTC. */
@Entity
@Table(name = "code_attempt")
class AttemptRow {
  @Id private String code;

  @Column(name = "wrong_tries")
  private int wrongTries;

  @Column(name = "locked_until")
  private @Nullable LocalDateTime lockedUntil;

  /** For the persistence provider. */
  AttemptRow() {}

  /** Until when this code is not looked at; empty when it is. */
  Optional<Instant> locked(Instant now) {
    return Optional.ofNullable(lockedUntil)
        .map(until -> until.toInstant(ZoneOffset.UTC))
        .filter(now::isBefore);
  }

  void right() {
    wrongTries = 0;
    lockedUntil = null;
  }

  /** Counts one more; after a lock has passed the count begins anew. */
  void wrong(Instant now) {
    wrongTries = lockedUntil == null ? wrongTries + 1 : 1;
    lockedUntil = wrongTries < Lock.WRONG_TRIES ? null : Lock.utc(now.plus(Lock.TIME));
  }
}
