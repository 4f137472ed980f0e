package de.durchkommen.identity;

import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is when they have no code: name, birth date and postcode have to fit one invited
 * person, and no other. A person asks these questions; wrong answers lock as wrong codes do.
 *
 * <p>They are counted for the call and for whoever asks. The row of each is locked first, so that
 * not one try more is looked at than the limit, however many ask at once.
 */
public final class QuestionDesk {
  /** So many wrong answers in a row in one call. */
  public static final int WRONG_IN_A_CALL = Lock.WRONG_TRIES;

  /** So many wrong answers in a row to one who asks, over all calls. */
  public static final int WRONG_TO_ONE = 20;

  private static final String CALL = "call:";

  private static final String COUNTED =
      "INSERT INTO question_attempt (asked, wrong_tries, last_try) VALUES (?, 0, ?)"
          + " ON DUPLICATE KEY UPDATE last_try = VALUES(last_try)";

  private static final String TRIES =
      "SELECT wrong_tries, locked_until FROM question_attempt WHERE asked = ? FOR UPDATE";

  private static final String WRITTEN =
      "UPDATE question_attempt SET wrong_tries = ?, locked_until = ? WHERE asked = ?";

  /** Umlauts and case do not matter (the table's collation), nor does the order of names. */
  private static final String FITTING =
      "SELECT id, postcode FROM person WHERE birth_date = ? AND postcode = ?"
          + " AND (name = ? OR name = ?) LIMIT 2";

  private final Sql sql;
  private final Instant now;

  /** Asks in this transaction. */
  public QuestionDesk(Sql sql, Instant now) {
    this.sql = sql;
    this.now = now.truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * What somebody answered.
   *
   * @param name first name and surname
   * @param postcode five digits
   */
  public record Answers(String name, LocalDate birthDate, String postcode) {
    /** Without what was answered: it does not belong in logs. */
    @Override
    public String toString() {
      return "Answers[…]";
    }
  }

  private record Tries(String asked, int wrong, @Nullable Instant lockedUntil) {}

  /**
   * Looks for whom these answers fit.
   *
   * @param callId the call in which they were given
   * @param by who asks, as {@code @erika}
   */
  public IdentityOutcome identify(Answers answers, String callId, String by) {
    Tries call = tries(CALL + callId);
    Tries account = tries(by);
    for (Tries tries : List.of(call, account)) {
      Instant until = tries.lockedUntil();
      if (until != null && now.isBefore(until)) {
        return new IdentityOutcome.Locked(until);
      }
    }
    Optional<Person> person = fitting(answers);
    if (person.isPresent()) {
      write(call, 0, null);
      write(account, 0, null);
      return new IdentityOutcome.Identified(person.get());
    }
    boolean locked = wrong(call, WRONG_IN_A_CALL);
    locked |= wrong(account, WRONG_TO_ONE);
    return locked ? new IdentityOutcome.Locked(now.plus(Lock.TIME)) : new IdentityOutcome.NoMatch();
  }

  private Tries tries(String asked) {
    sql.update(COUNTED, List.of(asked, now));
    return sql.first(TRIES, row -> tries(asked, row), List.of(asked)).orElseThrow();
  }

  private static Tries tries(String asked, ResultSet row) throws SQLException {
    return new Tries(asked, row.getInt(1), Sql.instant(row, 2));
  }

  /** Counts one more; after a lock has passed the count begins anew. */
  private boolean wrong(Tries before, int most) {
    int tries = before.lockedUntil() == null ? before.wrong() + 1 : 1;
    boolean locked = tries >= most;
    write(before, tries, locked ? now.plus(Lock.TIME) : null);
    return locked;
  }

  private void write(Tries tries, int wrong, @Nullable Instant lockedUntil) {
    sql.update(WRITTEN, Arrays.asList(wrong, lockedUntil, tries.asked()));
  }

  /** Two who are alike in all of it cannot be told apart so. */
  private Optional<Person> fitting(Answers answers) {
    String name = answers.name().strip().replaceAll("\\s+", " ");
    List<Person> people =
        sql.rows(
            FITTING,
            row -> new Person(row.getLong(1), row.getString(2)),
            List.of(answers.birthDate(), answers.postcode(), name, turned(name)));
    return people.size() == 1 ? Optional.of(people.getFirst()) : Optional.empty();
  }

  /** "Muster, Erika" for "Erika Muster", as lists have it. */
  private static String turned(String name) {
    int last = name.lastIndexOf(' ');
    return last < 0 ? name : name.substring(last + 1) + ", " + name.substring(0, last);
  }
}
