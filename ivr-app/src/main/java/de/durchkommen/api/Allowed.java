package de.durchkommen.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which roles may call a resource, or one of its methods; the method's word counts. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Allowed {
  /** Programs and people of these. */
  Role[] value();

  /**
   * Programs of these as well, and no people: an agent who has logged in sees the caller at hand,
   * and neither lists of people nor whoever they happen to know the key of.
   */
  Role[] programs() default {};
}
