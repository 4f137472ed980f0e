package de.durchkommen.account;

import de.durchkommen.account.Hashing.Turn;
import de.durchkommen.api.Role;
import de.durchkommen.audit.AuditEvent;
import de.durchkommen.audit.AuditLog;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes and changes accounts, for supervisors; each change is in the audit. */
@Dependent
class AccountDesk {
  private final WebSql web;
  private final Hashing hashing;
  private final SessionSettings settings;
  private final Clock clock;
  private final RandomGenerator random;

  @Inject
  AccountDesk(
      @ForWeb Database database,
      Hashing hashing,
      SessionSettings settings,
      Clock clock,
      RandomGenerator random) {
    this.web = new WebSql(database);
    this.hashing = hashing;
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Who changes something.
   *
   * @param id of the client, see {@link de.durchkommen.api.ApiClient}
   * @param request its id, for the audit
   */
  record Author(String id, String request) {}

  /**
   * What is to be different; null stays as it is.
   *
   * @param disabled whether nobody can log in any more; ends all sessions
   */
  record Change(@Nullable String shownName, @Nullable Role role, @Nullable Boolean disabled) {}

  /** An account, and the password that was drawn for it, when one was. */
  record Changed(Account account, Optional<String> firstPassword) {
    /** Without the password. */
    @Override
    public String toString() {
      return "Changed[" + account + "]";
    }
  }

  /** Accounts after this name, in the order of their names. */
  List<Account> after(String name, int most) {
    return web.ask(sql -> new Accounts(sql).after(name, most));
  }

  /** The account of this name. */
  Optional<Account> named(String name) {
    return web.ask(sql -> new Accounts(sql).named(name));
  }

  /**
   * Makes an account, with a password that must be changed at the first login.
   *
   * @return empty when there is one of this name
   */
  Optional<Changed> add(String name, String shownName, Role role, Author author) {
    String password = FirstPassword.drawn(random);
    String hash = hashed(password);
    return web.ask(sql -> {
      Accounts accounts = new Accounts(sql);
      if (!accounts.add(name, shownName, role, hash, now())) {
        return Optional.empty();
      }
      audit(sql, author, "ACCOUNT_ADDED_" + role, name);
      return accounts.named(name).map(account -> new Changed(account, Optional.of(password)));
    });
  }

  /**
   * Changes an account.
   *
   * @param newPassword whether a new password is drawn, which must be changed at the next login; it
   *     also ends all sessions, and a lock
   * @return empty when there is none of this name
   */
  Optional<Changed> change(String name, Change change, boolean newPassword, Author author) {
    Optional<String> password =
        newPassword ? Optional.of(FirstPassword.drawn(random)) : Optional.empty();
    Optional<String> hash = password.map(this::hashed);
    return web.ask(sql ->
        new Accounts(sql)
            .held(name)
            .map(before -> {
              Account after = changed(before, change);
              written(sql, before, after, author);
              hash.ifPresent(fresh -> renewed(sql, after, fresh, author));
              Account now = new Accounts(sql).named(name).orElse(after);
              return new Changed(now, password);
            }));
  }

  private Account changed(Account account, Change change) {
    @Nullable Instant disabledAt = account.disabledAt();
    if (change.disabled() != null) {
      disabledAt = !change.disabled() ? null : disabledAt == null ? now() : disabledAt;
    }
    return new Account(
        account.id(),
        account.name(),
        change.shownName() == null ? account.shownName() : change.shownName(),
        change.role() == null ? account.role() : change.role(),
        account.hash(),
        account.mustChange(),
        account.createdAt(),
        disabledAt);
  }

  private void written(Sql sql, Account before, Account after, Author author) {
    if (after.equals(before)) {
      return;
    }
    new Accounts(sql).change(after);
    if (!after.shownName().equals(before.shownName())) {
      audit(sql, author, "ACCOUNT_NAMED", after.name());
    }
    if (after.role() != before.role()) {
      audit(sql, author, "ACCOUNT_IS_" + after.role(), after.name());
    }
    if (after.isLive() != before.isLive()) {
      new Sessions(sql, settings.idle()).endAll(after);
      audit(sql, author, after.isLive() ? "ACCOUNT_ENABLED" : "ACCOUNT_DISABLED", after.name());
    }
  }

  private void renewed(Sql sql, Account account, String hash, Author author) {
    new Accounts(sql).password(account, hash, true);
    new Sessions(sql, settings.idle()).endAll(account);
    new Attempts(sql).forget(AccountName.hash(account.name()));
    audit(sql, author, "PASSWORD_RENEWED", account.name());
  }

  private String hashed(String password) {
    try (Turn turn = hashing.turn()) {
      return turn.made(password);
    }
  }

  private void audit(Sql sql, Author author, String action, String name) {
    AuditLog.add(
        sql,
        new AuditEvent(
            now(), AuditEvent.Channel.API, author.id(), action, name, 1, author.request()));
  }

  private Instant now() {
    return AccountLimits.now(clock);
  }
}
