package de.durchkommen.account;

import de.durchkommen.api.Role;
import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The table of accounts, within a transaction. */
final class Accounts {
  private static final String COLUMNS =
      "SELECT id, name, shown_name, role, hash, must_change, created_at, disabled_at FROM account";

  private static final String ADDED =
      "INSERT IGNORE INTO account (name, shown_name, role, hash, must_change, created_at)"
          + " VALUES (?, ?, ?, ?, 1, ?)";

  private static final String CHANGED =
      "UPDATE account SET shown_name = ?, role = ?, disabled_at = ? WHERE id = ?";

  private static final String PASSWORD =
      "UPDATE account SET hash = ?, must_change = ? WHERE id = ?";

  private final Sql sql;

  Accounts(Sql sql) {
    this.sql = sql;
  }

  /** The account of this name. */
  Optional<Account> named(String name) {
    return found(" WHERE name = ?", List.of(name)).stream().findFirst();
  }

  /** The same, which nobody else changes before this transaction ends. */
  Optional<Account> held(String name) {
    return found(" WHERE name = ? FOR UPDATE", List.of(name)).stream().findFirst();
  }

  /** Accounts after this name, in the order of their names. */
  List<Account> after(String name, int most) {
    return found(" WHERE name > ? ORDER BY name LIMIT ?", List.of(name, most));
  }

  /** Adds one with a password that must be changed; false when there is one of this name. */
  boolean add(String name, String shownName, Role role, String hash, Instant now) {
    return sql.update(ADDED, List.of(name, shownName, role.name(), hash, now)) == 1;
  }

  /** Writes shown name, role and whether it is in force. */
  void change(Account account) {
    sql.update(
        CHANGED,
        Arrays.asList(
            account.shownName(), account.role().name(), account.disabledAt(), account.id()));
  }

  /** Writes another hash. */
  void password(Account account, String hash, boolean mustChange) {
    sql.update(PASSWORD, List.of(hash, mustChange ? 1 : 0, account.id()));
  }

  private List<Account> found(String where, List<?> values) {
    return sql.rows(COLUMNS + where, Accounts::account, values);
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        Role.valueOf(row.getString(4)),
        row.getString(5),
        row.getInt(6) == 1,
        Objects.requireNonNull(Sql.instant(row, 7)),
        Sql.instant(row, 8));
  }
}
