package de.durchkommen.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Spreads whole numbers by weight.
 *
 * <p>By largest remainder (Hare and Niemeyer), as the Bundestag's seats were until 2009: everybody
 * gets the whole part of the share, and what is left goes, one each, to the largest remainders; of
 * equal ones, to the first. So the parts add up exactly, and none is off by one or more.
 */
final class Apportionment {
  private Apportionment() {}

  /** Puts some of a number into a place; returns how many it took. */
  @FunctionalInterface
  interface Put<T> {
    int put(T place, int count);
  }

  /** The parts of the total, in the order of the weights; all 0 when the weights are. */
  static int[] parts(int total, List<Long> weights) {
    long sum = weights.stream().mapToLong(Long::longValue).sum();
    int[] parts = new int[weights.size()];
    if (sum == 0) {
      return parts;
    }
    List<Integer> order = new ArrayList<>();
    int left = total;
    for (int i = 0; i < parts.length; i++) {
      parts[i] = Math.toIntExact(total * weights.get(i) / sum);
      left -= parts[i];
      order.add(i);
    }
    order.sort(Comparator.comparingLong(i -> -(total * weights.get(i) % sum)));
    for (int i = 0; i < left; i++) {
      parts[order.get(i)]++;
    }
    return parts;
  }

  /** Offers each place its part once; returns how many were not taken. */
  static <T> int once(int total, List<T> places, ToLongFunction<T> weight, Put<T> put) {
    int[] parts = parts(total, places.stream().map(weight::applyAsLong).toList());
    int left = total;
    for (int i = 0; i < parts.length; i++) {
      left -= parts[i] == 0 ? 0 : put.put(places.get(i), parts[i]);
    }
    return left;
  }

  /**
   * Offers each place its part, and what some cannot take to the others, until all is taken or
   * nobody takes more; returns how many were not taken.
   */
  static <T> int all(int total, List<T> places, ToLongFunction<T> weight, Put<T> put) {
    int left = total;
    List<T> open = places.stream().filter(place -> weight.applyAsLong(place) > 0).toList();
    while (left > 0 && !open.isEmpty()) {
      List<T> full = new ArrayList<>();
      left =
          once(
              left,
              open,
              weight,
              (place, count) -> {
                int taken = put.put(place, count);
                if (taken < count) {
                  full.add(place);
                }
                return taken;
              });
      open = open.stream().filter(place -> !full.contains(place)).toList();
    }
    return left;
  }
}
