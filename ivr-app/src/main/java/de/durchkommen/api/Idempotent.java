package de.durchkommen.api;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that changes something, and which a client that heard no answer may send again: with the
 * same {@code Idempotency-Key} it is done once, and answered alike for 24 hours
 * (draft-ietf-httpapi-idempotency-key-header). The key is required.
 *
 * <p>An answer of 500 or more is not kept: sent again, the request is done again. So it is when the
 * process died that was doing it, 30 seconds later. What is done must bear that.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Idempotent {
  /** Where the key stands. */
  String HEADER = "Idempotency-Key";
}
