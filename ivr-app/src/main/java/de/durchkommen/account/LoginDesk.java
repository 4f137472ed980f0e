package de.durchkommen.account;

import de.durchkommen.account.Attempts.Try;
import de.durchkommen.account.Hashing.Turn;
import de.durchkommen.account.Sessions.Live;
import de.durchkommen.api.ApiClient;
import de.durchkommen.audit.AuditEvent;
import de.durchkommen.audit.AuditLog;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Logs people in and out, and changes their passwords.
 *
 * <p>A name that nobody has goes the same way as any other: its tries are counted, it is locked, a
 * hash is made, and the answer is the same. No transaction is open while a hash is made; what was
 * found before is looked at again afterwards.
 */
@Dependent
class LoginDesk {
  private final WebSql web;
  private final Hashing hashing;
  private final SessionSettings settings;
  private final Clock clock;
  private final RandomGenerator random;

  @Inject
  LoginDesk(
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

  /** A session that has begun, and when it ends at the latest. */
  record Begun(SessionToken token, Account account, Instant endsAt) {}

  /** What was found of a name before the password was looked at. */
  private record Found(Try counted, Optional<Account> account) {}

  /**
   * Logs somebody in.
   *
   * @param typed the name
   * @param before the session that this browser had, which ends
   * @param request its id, for the audit
   * @throws de.durchkommen.api.Problem when it does not come to a session
   */
  Begun login(String typed, String password, Optional<SessionToken> before, String request) {
    String name = AccountName.asMeant(typed);
    try (Turn turn = hashing.turn()) {
      Account account = proved(turn, name, password, request).orElseThrow(Refusals::wrong);
      String hash = turn.isOutdated(account.hash()) ? turn.made(password) : account.hash();
      SessionToken token = SessionToken.drawn(random);
      boolean begun =
          web.ask(sql -> {
            Optional<Account> now = unchanged(sql, account);
            now.ifPresent(same -> {
              if (!hash.equals(same.hash())) {
                new Accounts(sql).password(same, hash, same.mustChange());
              }
              before.ifPresent(sessions(sql)::end);
              begin(sql, token, same, "LOGIN", request);
            });
            return now.isPresent();
          });
      if (!begun) {
        throw Refusals.wrong();
      }
      return new Begun(token, account, now().plus(AccountLimits.SESSION_AT_MOST));
    }
  }

  /** Who is logged in with this; empty when nobody is any more. */
  Optional<Live> live(SessionToken token) {
    return web.ask(sql -> sessions(sql).live(token, now()));
  }

  /** Ends a session. */
  void logout(SessionToken token, ApiClient who, String request) {
    web.ask(sql -> {
      if (sessions(sql).end(token)) {
        audit(sql, who.id(), "LOGOUT", 1, request);
      }
      return true;
    });
  }

  /**
   * Gives somebody who is logged in another password. All of their sessions end, and one begins.
   *
   * @throws de.durchkommen.api.Problem when it is not changed
   */
  Begun change(Live session, String old, String chosen, String request) {
    PasswordRules.flaw(session.name(), chosen)
        .ifPresent(why -> {
          throw Refusals.unfit(why);
        });
    if (PasswordRules.normalised(old).equals(PasswordRules.normalised(chosen))) {
      throw Refusals.unfit("Das neue Passwort muss ein anderes sein als das bisherige.");
    }
    try (Turn turn = hashing.turn()) {
      Account account = proved(turn, session.name(), old, request).orElseThrow(Refusals::wrongOld);
      String hash = turn.made(chosen);
      SessionToken token = SessionToken.drawn(random);
      boolean changed =
          web.ask(sql -> {
            Optional<Account> now = unchanged(sql, account);
            now.ifPresent(same -> {
              new Accounts(sql).password(same, hash, false);
              sessions(sql).endAll(same);
              begin(sql, token, same, "PASSWORD_CHANGED", request);
            });
            return now.isPresent();
          });
      if (!changed) {
        throw Refusals.wrongOld();
      }
      return new Begun(token, account, now().plus(AccountLimits.SESSION_AT_MOST));
    }
  }

  /** The account when this is its password; else the try is counted and told. */
  private Optional<Account> proved(Turn turn, String name, String password, String request) {
    Instant now = now();
    byte[] nameHash = AccountName.hash(name);
    Found found =
        web.ask(sql -> {
          Try counted = new Attempts(sql).begun(nameHash, now);
          Optional<Account> account = live(sql, name);
          if (counted instanceof Try.Counted(_, _, int refused) && refused > 0) {
            audit(sql, actor(account), "LOGIN_REFUSED_WHILE_LOCKED", refused, request);
          }
          return new Found(counted, account);
        });
    return switch (found.counted()) {
      case Try.Locked(Instant until) -> throw Refusals.locked(until, now);
      case Try.Counted counted -> {
        if (isRight(turn, found.account(), password)) {
          yield found.account();
        }
        web.ask(sql -> {
          audit(sql, actor(found.account()), "LOGIN_REFUSED", counted.number(), request);
          return true;
        });
        if (counted.until() != null) {
          throw Refusals.locked(counted.until(), now);
        }
        yield Optional.empty();
      }
    };
  }

  private static boolean isRight(Turn turn, Optional<Account> account, String password) {
    if (account.isEmpty()) {
      turn.spent(password);
      return false;
    }
    return turn.matches(password, account.get().hash());
  }

  private static Optional<Account> live(Sql sql, String name) {
    return AccountName.FORM.matcher(name).matches()
        ? new Accounts(sql).named(name).filter(Account::isLive)
        : Optional.empty();
  }

  /** The account as it is now, when neither its password nor that it is in force has changed. */
  private static Optional<Account> unchanged(Sql sql, Account account) {
    return new Accounts(sql)
        .held(account.name())
        .filter(now -> now.isLive() && now.hash().equals(account.hash()));
  }

  private void begin(Sql sql, SessionToken token, Account account, String action, String request) {
    new Attempts(sql).forget(AccountName.hash(account.name()));
    sessions(sql).begin(token, account, now());
    audit(sql, account.actor(), action, 1, request);
  }

  /** Of a name that nobody has nothing is kept: it may be a password in the wrong field. */
  private static String actor(Optional<Account> account) {
    return account.map(Account::actor).orElse("");
  }

  private void audit(Sql sql, String actor, String action, long count, String request) {
    AuditLog.add(
        sql, new AuditEvent(now(), AuditEvent.Channel.API, actor, action, "", count, request));
  }

  private Sessions sessions(Sql sql) {
    return new Sessions(sql, settings.idle());
  }

  private Instant now() {
    return AccountLimits.now(clock);
  }
}
