package de.durchkommen.api;

import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in. There are few clients, so all are read together, every {@link
 * ApiLimits#CLIENTS_FRESH}: however many keys somebody guesses, the database is asked no more often
 * than that. While one request reads, the others go on with what is known, until that is {@link
 * ApiLimits#CLIENTS_AGE} old; then they wait for it.
 */
@ApplicationScoped
class KnownClients {
  private static final String LIVE =
      "SELECT id, role, key_hash, most_at_once FROM api_client WHERE revoked_at IS NULL";

  /** Compared with when there is no such client, so that this takes as long. */
  private static final Known NOBODY = new Known(Role.BOOKING, new byte[32], 0);

  @SuppressWarnings("ArrayRecordComponent") // Compared by MessageDigest only.
  private record Known(Role role, byte[] keyHash, int mostAtOnce) {}

  /**
   * What was read.
   *
   * @param failure why nothing was; empty when it was
   */
  private record Sheet(Instant at, Map<String, Known> clients, Optional<String> failure) {
    boolean servesAt(Instant now) {
      return now.isBefore(at.plus(ApiLimits.CLIENTS_AGE)) && failure.isEmpty();
    }

    boolean isFreshAt(Instant now) {
      return now.isBefore(at.plus(ApiLimits.CLIENTS_FRESH));
    }
  }

  private final ReentrantLock reading = new ReentrantLock();
  private final Database database;
  private final Clock clock;
  private volatile @Nullable Sheet latest;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  KnownClients() {
    this.database = null;
    this.clock = null;
  }

  @Inject
  KnownClients(@ForWeb Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Whose key this is. */
  Admission admission(ApiKey key) {
    Sheet sheet = sheet();
    if (sheet.failure().isPresent()) {
      return new Admission.Unknown(sheet.failure().get());
    }
    @Nullable Known known = sheet.clients().get(key.client());
    Known compared = known == null ? NOBODY : known;
    boolean right = MessageDigest.isEqual(compared.keyHash(), key.hash());
    return right && known != null
        ? new Admission.Admitted(new ApiClient(key.client(), known.role()), known.mostAtOnce())
        : new Admission.Refused();
  }

  private Sheet sheet() {
    Instant now = clock.instant();
    @Nullable Sheet known = latest;
    if (known != null && known.isFreshAt(now)) {
      return known;
    }
    if (known != null && known.servesAt(now) && reading.isLocked()) {
      return known;
    }
    reading.lock();
    try {
      @Nullable Sheet meanwhile = latest;
      return meanwhile != null && meanwhile.isFreshAt(clock.instant())
          ? meanwhile
          : read(meanwhile);
    } finally {
      reading.unlock();
    }
  }

  private Sheet read(@Nullable Sheet before) {
    Instant begun = clock.instant();
    Sheet fresh =
        database.answer(
            entities -> new Sheet(begun, clients(entities), Optional.empty()),
            why -> new Sheet(clock.instant(), Map.of(), Optional.of(why)));
    boolean better = fresh.failure().isEmpty() || before == null || !before.servesAt(fresh.at());
    if (better) {
      latest = fresh;
    }
    return better || before == null ? fresh : before;
  }

  private static Map<String, Known> clients(EntityManager entities) {
    Map<String, Known> clients = new HashMap<>();
    new Sql(entities).rows(LIVE, row -> clients.put(row.getString(1), known(row)), List.of());
    return Map.copyOf(clients);
  }

  private static Known known(ResultSet row) throws SQLException {
    return new Known(Role.valueOf(row.getString(2)), row.getBytes(3), row.getInt(4));
  }
}
