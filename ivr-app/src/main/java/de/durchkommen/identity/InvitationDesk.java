package de.durchkommen.identity;

import de.durchkommen.database.Database;
import de.durchkommen.identity.IdentityOutcome.Identified;
import de.durchkommen.identity.IdentityOutcome.Locked;
import de.durchkommen.identity.IdentityOutcome.NoMatch;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells who is calling from the invitations in the database.
 *
 * <p>Every try first takes the row of its code in {@code code_attempt}, which is made when it is
 * missing. So tries on one code come one after the other, from whatever call or process, and not
 * one more than {@link Lock#WRONG_TRIES} is looked at. What is done is the same for a code that
 * exists and for one that does not.
 */
final class InvitationDesk implements IdentityDesk {
  /** Codes do not start with 0. */
  private static final String NOBODYS = "0000000000";

  private final Database database;
  private final Clock clock;

  InvitationDesk(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public IdentityOutcome identify(InvitationCode code, LocalDate birthDate) {
    return database.answer(
        entities -> identified(entities, code.digits(), birthDate), IdentityOutcome.Unknown::new);
  }

  @Override
  public Optional<Person> person(long id) {
    return database.answer(
        entities -> Optional.ofNullable(entities.find(PersonRow.class, id)).map(PersonRow::person),
        why -> Optional.empty());
  }

  /**
   * Asks what {@link #identify} asks, about a code that no letter has; whether there was an answer.
   */
  boolean answers() {
    return database.answer(
        entities -> {
          attempt(entities, NOBODYS, Lock.now(clock)).right();
          return person(entities, NOBODYS, LocalDate.EPOCH).isEmpty();
        },
        why -> false);
  }

  private IdentityOutcome identified(EntityManager entities, String code, LocalDate birthDate) {
    Instant now = Lock.now(clock);
    AttemptRow attempt = attempt(entities, code, now);
    Optional<Instant> locked = attempt.locked(now);
    if (locked.isPresent()) {
      return new Locked(locked.get());
    }
    Optional<Person> person = person(entities, code, birthDate);
    if (person.isPresent()) {
      attempt.right();
      return new Identified(person.get());
    }
    attempt.wrong(now);
    return attempt.locked(now).<IdentityOutcome>map(Locked::new).orElseGet(NoMatch::new);
  }

  private static AttemptRow attempt(EntityManager entities, String code, Instant now) {
    entities
        .createNativeQuery(
            """
            INSERT INTO code_attempt (code, wrong_tries, last_try) VALUES (:code, 0, :now)
            ON DUPLICATE KEY UPDATE last_try = :now
            """)
        .setParameter("code", code)
        .setParameter("now", now)
        .executeUpdate();
    @Nullable AttemptRow attempt =
        entities.find(AttemptRow.class, code, LockModeType.PESSIMISTIC_WRITE);
    if (attempt == null) {
      throw new IllegalStateException("The row just written is gone");
    }
    return attempt;
  }

  /** In SQL: the first query in Hibernate's own language takes seconds on a busy machine. */
  private static Optional<Person> person(EntityManager entities, String code, LocalDate birthDate) {
    List<?> rows =
        entities
            .createNativeQuery(
                "SELECT id, code, birth_date, postcode FROM person"
                    + " WHERE code = :code AND birth_date = :birthDate",
                PersonRow.class)
            .setParameter("code", code)
            .setParameter("birthDate", birthDate)
            .getResultList();
    return rows.stream().map(PersonRow.class::cast).findFirst().map(PersonRow::person);
  }
}
