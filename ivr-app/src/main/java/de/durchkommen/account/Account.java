package de.durchkommen.account;

import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can log in.
 *
 * @param id its number
 * @param name see {@link AccountName#FORM}
 * @param shownName what people see, 1 to 80 characters
 * @param role agent or supervisor
 * @param hash of the password, see {@link PasswordHash}
 * @param mustChange whether somebody else has seen the password
 * @param createdAt since when there is this account
 * @param disabledAt since when nobody can log in; null when somebody can
 */
record Account(
    long id,
    String name,
    String shownName,
    Role role,
    String hash,
    boolean mustChange,
    Instant createdAt,
    @Nullable Instant disabledAt) {

  /** As it stands in histories. */
  String actor() {
    return client().id();
  }

  /** As other resources see it. */
  ApiClient client() {
    return new ApiClient(ApiClient.PERSON + name, role);
  }

  /** Whether it is in force. */
  boolean isLive() {
    return disabledAt == null;
  }

  /** Without the hash: nothing of a password belongs in logs. */
  @Override
  public String toString() {
    return "Account[" + name + "]";
  }
}
