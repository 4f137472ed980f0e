package de.durchkommen.launch.phone;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What kind of telephone it is.
 *
 * @param number its own number, which those see whom it calls; empty for none
 * @param codec the one that it offers and takes
 * @param trusted by which certificate (PEM) it knows the hotline, which it then calls by TLS and
 *     with encrypted sound (SRTP) or not at all; empty for a telephone without either
 */
public record Handset(Optional<String> number, Codec codec, Optional<Path> trusted) {
  /** User part of the SIP address of a telephone that shows no number. */
  private static final String NO_NUMBER = "phone";

  /** Without TLS. */
  public Handset(Optional<String> number, Codec codec) {
    this(number, codec, Optional.empty());
  }

  /** What is behind its own address; baresip then puts it behind those that it calls, too. */
  String transport() {
    return trusted.isPresent() ? ";transport=tls" : "";
  }

  /** What its account says of encrypted sound. */
  String encryption() {
    return trusted.isPresent() ? ";mediaenc=srtp-mand" : "";
  }

  /** User part of its SIP address. */
  String user() {
    return number.orElse(NO_NUMBER);
  }
}
