package de.durchkommen.agent;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * An agent's telephone, which may register.
 *
 * @param name as {@code platz-7}: 1 to 30 small letters, digits and dashes
 * @param user what is set up in the telephone as its user: {@code agent-platz-7}
 * @param createdAt since when
 */
public record AgentPhone(String name, String user, Instant createdAt) {
  /** What a telephone may be called. */
  public static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,30}");

  /** The user of the telephone with this name, which is its name in Asterisk, too. */
  public static String user(String name) {
    return "agent-" + name;
  }
}
