package de.durchkommen.api;

import org.jspecify.annotations.Nullable;

/** Whether a request with an {@code Idempotency-Key} is to be done now. */
sealed interface Turn {
  /** It is: nobody has done it, nor is anybody doing it. */
  record Yours(Run run) implements Turn {}

  /** It was done; this was the answer. */
  record Done(KeptAnswer answer) implements Turn {}

  /** The key was used for another request. */
  record OtherRequest() implements Turn {}

  /** Somebody is doing it. */
  record UnderWay() implements Turn {}

  /** Nobody can tell right now; it is not to be done. */
  record Unknown(String why) implements Turn {}

  /**
   * One doing of a request.
   *
   * @param client who asked
   * @param keyHash of its {@code Idempotency-Key}
   * @param number drawn for this run
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Run(ApiClient client, byte[] keyHash, long number) {}

  /**
   * An answer as it is kept.
   *
   * @param mediaType of the body; null without a body
   * @param location where what was made can be found; null when nothing was
   * @param body null without one
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record KeptAnswer(
      int status, @Nullable String mediaType, @Nullable String location, byte @Nullable [] body) {}
}
