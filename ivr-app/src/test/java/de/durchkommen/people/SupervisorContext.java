package de.durchkommen.people;

import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Role;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** A supervisor who was let in. */
public record SupervisorContext() implements SecurityContext {
  @Override
  public Principal getUserPrincipal() {
    return new ApiClient("impfzentrale", Role.SUPERVISOR);
  }

  @Override
  public boolean isUserInRole(String role) {
    return true;
  }

  @Override
  public boolean isSecure() {
    return true;
  }

  @Override
  public String getAuthenticationScheme() {
    return "Bearer";
  }
}
