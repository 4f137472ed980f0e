package de.durchkommen.api;

/** What came of a key. */
sealed interface Admission {
  /**
   * It is the key of this client.
   *
   * @param mostAtOnce how many requests it may have under way at once
   */
  record Admitted(ApiClient client, int mostAtOnce) implements Admission {}

  /** No such client, another secret, or a key that was revoked. Nobody is told which. */
  record Refused() implements Admission {}

  /** Nobody can tell right now. */
  record Unknown(String why) implements Admission {}
}
