package de.durchkommen.api;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/**
 * Who is calling: a program, known by its key, or somebody who has logged in. A resource gets it
 * from its {@link SecurityContext}.
 *
 * @param id the program's name, as {@code portal} (small letters, digits, dashes), or that of an
 *     account with {@code @} before it
 * @param role what they may do
 */
public record ApiClient(String id, Role role) implements Principal {
  /** Stands before the names of people's accounts; no program's name can begin with it. */
  public static final String PERSON = "@";

  /** Whether it is a program, and nobody who has logged in. */
  public boolean isProgram() {
    return !id.startsWith(PERSON);
  }

  @Override
  public String getName() {
    return id;
  }

  /**
   * Who is calling.
   *
   * @throws IllegalStateException when nobody was let in, which is a bug
   */
  public static ApiClient of(SecurityContext context) {
    if (context.getUserPrincipal() instanceof ApiClient client) {
      return client;
    }
    throw new IllegalStateException("No API client was let in");
  }
}
