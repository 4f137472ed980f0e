package de.durchkommen.api;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/**
 * The program that is calling, known by its key. A resource gets it from its {@link
 * SecurityContext}.
 *
 * @param id its name, as {@code portal}: small letters, digits, dashes
 * @param role what it may do
 */
public record ApiClient(String id, Role role) implements Principal {
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
