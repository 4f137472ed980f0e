package de.durchkommen.api;

import de.durchkommen.database.TestDatabase;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Clients in a test's database. */
final class Clients {
  private Clients() {}

  /** Makes one and gives its key. */
  static ApiKey added(TestDatabase database, String name, Role role, int mostAtOnce) {
    ApiKey key = ApiKey.drawn(name, new SecureRandom());
    database.execute(
        "REPLACE INTO api_client (id, role, key_hash, most_at_once, created_at)"
            + " VALUES ('%s', '%s', x'%s', %d, '2026-12-01')"
                .formatted(name, role, HexFormat.of().formatHex(key.hash()), mostAtOnce));
    return key;
  }
}
