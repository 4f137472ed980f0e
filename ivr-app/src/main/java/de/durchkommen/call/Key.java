package de.durchkommen.call;

import java.util.Optional;

/** A key of a telephone's keypad (RFC 4733 events 0 to 11). */
public enum Key {
  ZERO('0'),
  ONE('1'),
  TWO('2'),
  THREE('3'),
  FOUR('4'),
  FIVE('5'),
  SIX('6'),
  SEVEN('7'),
  EIGHT('8'),
  NINE('9'),
  STAR('*'),
  POUND('#');

  private final char symbol;

  Key(char symbol) {
    this.symbol = symbol;
  }

  /** The character on the key: a digit, star or pound sign. */
  public char symbol() {
    return symbol;
  }

  /** Whether this is one of 0 to 9. */
  public boolean isDigit() {
    return this != STAR && this != POUND;
  }

  /** The key with this character on it; empty for any other, such as A to D. */
  public static Optional<Key> of(char symbol) {
    for (Key key : values()) {
      if (key.symbol == symbol) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }
}
