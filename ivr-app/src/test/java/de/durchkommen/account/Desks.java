package de.durchkommen.account;

import de.durchkommen.account.Hashing.Limits;
import de.durchkommen.account.PasswordHash.Cost;
import de.durchkommen.api.Role;
import de.durchkommen.database.TestClock;
import de.durchkommen.database.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** A database with accounts, a clock that stands, and what works on them; hashes cost little. */
final class Desks implements AutoCloseable {
  /** A Tuesday, 9:00 in Hessen. */
  static final Instant MORNING = Instant.parse("2021-01-12T08:00:00Z");

  static final Duration IDLE = Duration.ofMinutes(30);
  static final String PASSWORD = "vier alte Pferde";

  private static final Cost CHEAP = new Cost(64, 1);

  final TestDatabase database = TestDatabase.fresh();
  final TestClock clock = new TestClock(MORNING);
  final RandomGenerator random = new SecureRandom();
  final SessionSettings settings = new SessionSettings(IDLE, false);
  final Hashing hashing = new Hashing(CHEAP, new Limits(8, 64, Duration.ofMinutes(1)), random);
  final LoginDesk login = new LoginDesk(database.patient(), hashing, settings, clock, random);
  final AccountDesk accounts =
      new AccountDesk(database.patient(), hashing, settings, clock, random);
  final SessionDoor door = new SessionDoor(database.patient(), settings, clock);

  /** Without any account, session or try, at nine in the morning. */
  void clear() {
    database.execute("DELETE FROM account_session");
    database.execute("DELETE FROM login_attempt");
    database.execute("DELETE FROM account");
    clock.set(MORNING);
  }

  /** Adds an account with {@link #PASSWORD}, which is its owner's own. */
  void add(String name, Role role) {
    String hash = PasswordHash.made(PASSWORD, CHEAP, random);
    database.execute(
        ("INSERT INTO account (name, shown_name, role, hash, must_change, created_at) VALUES"
                + " ('%s', 'Erika Beispiel', '%s', '%s', 0, '2021-01-01')")
            .formatted(name, role, hash));
  }

  /** How many events of this kind there are in the audit after this number. */
  String audited(long after) {
    return String.join(
        ";",
        database.rows(
            "SELECT CONCAT(actor, ' ', action, ' ', subject, ' ', count) FROM audit_event"
                + " WHERE id > "
                + after
                + " ORDER BY id"));
  }

  /** The number of the newest event in the audit. */
  long newest() {
    return Long.parseLong(database.rows("SELECT COALESCE(MAX(id), 0) FROM audit_event").getFirst());
  }

  @Override
  public void close() {
    database.close();
  }
}
