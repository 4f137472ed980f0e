package de.durchkommen.agent;

import de.durchkommen.api.ApiClient;
import de.durchkommen.database.Sql;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody with an account, as far as agents are concerned.
 *
 * @param id the account's number
 * @param name with which they log in
 * @param shownName what people see
 */
record AgentAccount(long id, String name, String shownName) {
  private static final String NAMED =
      "SELECT id, name, shown_name FROM account WHERE name = ? AND disabled_at IS NULL";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,39}");

  /** The account of this name, if somebody can log in with it. */
  static Optional<AgentAccount> named(Sql sql, String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    return sql.first(
        NAMED,
        row -> new AgentAccount(row.getLong(1), row.getString(2), row.getString(3)),
        List.of(name));
  }

  /**
   * Who is calling.
   *
   * @throws de.durchkommen.api.Problem when it is a program, which has no seat
   */
  static AgentAccount of(Sql sql, SecurityContext caller) {
    String id = ApiClient.of(caller).id();
    if (!id.startsWith(ApiClient.PERSON)) {
      throw DeskRefusals.program();
    }
    return named(sql, id.substring(ApiClient.PERSON.length())).orElseThrow(DeskRefusals::program);
  }
}
