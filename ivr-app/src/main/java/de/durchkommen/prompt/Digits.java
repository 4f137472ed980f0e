package de.durchkommen.prompt;

/**
 * A code that is read out digit by digit, in groups.
 *
 * @param value 1 to 20 characters from 0 to 9
 */
public record Digits(String value) {
  /** Checks that there are digits only. */
  public Digits {
    if (!value.matches("[0-9]{1,20}")) {
      throw new IllegalArgumentException("A spoken code has 1 to 20 digits and nothing else");
    }
  }
}
