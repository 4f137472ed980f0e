package de.durchkommen.launch.phone;

import java.util.Optional;

/**
 * What kind of telephone it is.
 *
 * @param number its own number, which those see whom it calls; empty for none
 * @param codec the one that it offers and takes
 */
public record Handset(Optional<String> number, Codec codec) {
  /** User part of the SIP address of a telephone that shows no number. */
  private static final String NO_NUMBER = "phone";

  /** User part of its SIP address. */
  String user() {
    return number.orElse(NO_NUMBER);
  }
}
