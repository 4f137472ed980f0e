package de.durchkommen.agent;

import java.time.Instant;
import java.util.List;

/**
 * The telephones of the agents, added and removed within one transaction of the caller's: a
 * telephone is known to Asterisk as a whole or not at all.
 *
 * @param <E> what the caller's way to the database fails with
 */
public final class AgentPhones<E extends Exception> {
  /** Those that may register; columns are name and created_at. */
  public static final String LIVE =
      "SELECT name, created_at FROM agent_phone WHERE live_name > ? ORDER BY live_name LIMIT ?";

  private static final String ADDED =
      "INSERT IGNORE INTO agent_phone (name, created_at) VALUES (?, ?)";

  private static final String ENDPOINT =
      "INSERT INTO ps_endpoints (id, aors, auth) VALUES (?, ?, ?)";

  private static final String SECURE_ENDPOINT =
      """
      INSERT INTO ps_endpoints (id, aors, auth, transport, media_encryption_optimistic)
      VALUES (?, ?, ?, 'transport-tls', 'no')
      """;

  private static final String AUTH =
      "INSERT INTO ps_auths (id, username, password_digest) VALUES (?, ?, ?)";

  private static final String AOR = "INSERT INTO ps_aors (id) VALUES (?)";

  private static final String REMOVED = "UPDATE agent_phone SET removed_at = ? WHERE live_name = ?";

  /** The other two tables follow (foreign keys). */
  private static final String FORGOTTEN = "DELETE FROM ps_endpoints WHERE id = ?";

  /** A way to change rows, with values in the order of the question marks. */
  @FunctionalInterface
  public interface Changes<E extends Exception> {
    /** Changes rows; returns how many fitted. */
    int made(String sql, List<?> values) throws E;
  }

  private final Changes<E> changes;
  private final Instant now;

  /** Changes rows in this way, at this time. */
  public AgentPhones(Changes<E> changes, Instant now) {
    this.changes = changes;
    this.now = now;
  }

  /**
   * Lets a telephone register with this password from now on; false when there is one of this name.
   *
   * @param secure whether it talks by TLS and SRTP, and not at all without; Asterisk has to listen
   *     by TLS then ({@code durchkommen.tls})
   * @throws IllegalArgumentException when the name is none
   */
  public boolean add(String name, PhonePassword password, boolean secure) throws E {
    if (changes.made(ADDED, List.of(checked(name), now)) == 0) {
      return false;
    }
    String user = AgentPhone.user(name);
    changes.made(secure ? SECURE_ENDPOINT : ENDPOINT, List.of(user, user, user));
    changes.made(AUTH, List.of(user, user, password.digest(user)));
    changes.made(AOR, List.of(user));
    return true;
  }

  /**
   * No such telephone may register any more; false when there is none. What is registered is not
   * called any more, and a call that goes on is not cut off.
   *
   * @throws IllegalArgumentException when the name is none
   */
  public boolean remove(String name) throws E {
    if (changes.made(REMOVED, List.of(now, checked(name))) == 0) {
      return false;
    }
    changes.made(FORGOTTEN, List.of(AgentPhone.user(name)));
    return true;
  }

  private static String checked(String name) {
    if (!AgentPhone.NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not the name of a telephone");
    }
    return name;
  }
}
