package de.durchkommen.live;

import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Role;

/** Whom something is told. */
public sealed interface Audience {
  /**
   * One account, in all of its windows.
   *
   * @param account its name, without the sign that {@link ApiClient#PERSON} puts before it
   */
  record One(String account) implements Audience {
    @Override
    public boolean has(ApiClient client) {
      return client.id().equals(ApiClient.PERSON + account);
    }
  }

  /** All accounts of a role. */
  record All(Role role) implements Audience {
    @Override
    public boolean has(ApiClient client) {
      return client.role() == role;
    }
  }

  /** Everybody who is logged in. */
  record Everybody() implements Audience {
    @Override
    public boolean has(ApiClient client) {
      return true;
    }
  }

  /** Whether this client is one of them. */
  boolean has(ApiClient client);
}
