package de.durchkommen.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a longer list.
 *
 * @param items in their order
 * @param next what to give as {@code after} for the next page; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {
  /** So many at once when nobody says how many. */
  public static final int USUAL = 50;

  /** Never more than so many at once. */
  public static final int MOST = 500;

  /** Copies the list. */
  public Page {
    items = List.copyOf(items);
  }

  /**
   * The page at the beginning of this list.
   *
   * @param found one more than fits on the page, when there are that many
   * @param size how many fit on the page
   * @param key what the next page begins after
   */
  public static <T> Page<T> of(List<T> found, int size, Function<T, String> key) {
    if (found.size() <= size) {
      return new Page<>(found, null);
    }
    return new Page<>(found.subList(0, size), key.apply(found.get(size - 1)));
  }

  /**
   * A size that was asked for.
   *
   * @throws Problem when it is not from 1 to {@link #MOST}
   */
  public static int size(int asked) {
    if (asked < 1 || asked > MOST) {
      throw Problem.invalid("size has to be from 1 to " + MOST);
    }
    return asked;
  }
}
