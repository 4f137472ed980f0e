package de.durchkommen.inventory;

import de.durchkommen.booking.Vaccine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which free second doses go with which free first ones.
 *
 * <p>Day by day, each first dose takes the earliest second one of its interval that is left; as the
 * intervals begin and end in the order of the days, no other choice leaves fewer alone (Glover,
 * "Maximum matching in a convex bipartite graph", Naval Research Logistics Quarterly 14, 1967).
 */
final class Matching {
  /**
   * Seats of one day and what they go with.
   *
   * @param second empty for first doses without a second one
   */
  record Match(LocalDate first, Optional<LocalDate> second, int count) {}

  private Matching() {}

  /** In the order of the first doses. */
  static List<Match> of(
      SortedMap<LocalDate, Integer> firsts,
      SortedMap<LocalDate, Integer> seconds,
      Vaccine vaccine) {
    SortedMap<LocalDate, Integer> left = new TreeMap<>(seconds);
    List<Match> found = new ArrayList<>();
    firsts.forEach((first, count) -> {
      int missing = count;
      for (LocalDate second : within(left, first, vaccine)) {
        int taken = Math.min(missing, left.getOrDefault(second, 0));
        if (taken > 0) {
          found.add(new Match(first, Optional.of(second), taken));
          left.merge(second, -taken, Integer::sum);
          missing -= taken;
        }
      }
      if (missing > 0) {
        found.add(new Match(first, Optional.empty(), missing));
      }
    });
    return found;
  }

  private static List<LocalDate> within(
      SortedMap<LocalDate, Integer> seconds, LocalDate first, Vaccine vaccine) {
    LocalDate from = first.plusDays(vaccine.fewestDays());
    return List.copyOf(seconds.subMap(from, first.plusDays(vaccine.mostDays() + 1L)).keySet());
  }
}
