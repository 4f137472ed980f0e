package de.durchkommen.inventory;

import de.durchkommen.booking.Vaccine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to be done so that the seats of one vaccine are those of its plan.
 *
 * <p>First what is too many goes, then free first doses that lost their second one get another,
 * then what is missing is added, week by week: so the second doses of a week have their room before
 * the first doses of the weeks that they fall into.
 */
final class SeatPlan {
  private final List<Ledger> centres;
  private final List<Surplus> surplus = new ArrayList<>();
  private final List<Addition> additions = new ArrayList<>();
  private int withoutRoom;
  private int notRemoved;
  private int withoutSecond;

  /** A plan for these centres; their ledgers are written on. */
  SeatPlan(List<Ledger> centres) {
    this.centres = centres;
  }

  /** Half of a delivery; the other half is put back for the second doses. */
  static int pairs(int doses) {
    return doses / 2;
  }

  /** Makes the plan for these pairs by week. */
  void make(Map<IsoWeek, Integer> pairs, Vaccine vaccine) {
    List<IsoWeek> weeks =
        pairs.keySet().stream().sorted((a, b) -> a.monday().compareTo(b.monday())).toList();
    for (IsoWeek week : weeks) {
      reduce(week, pairs.getOrDefault(week, 0));
    }
    for (Ledger centre : centres) {
      List<Addition> seconds = centre.secondsAdded();
      additions.addAll(seconds);
      withoutSecond += centre.alone() - seconds.stream().mapToInt(Addition::seconds).sum();
    }
    for (IsoWeek week : weeks) {
      raise(week, pairs.getOrDefault(week, 0));
    }
  }

  private void reduce(IsoWeek week, int pairs) {
    int tooMany = there(week) - pairs;
    if (tooMany > 0) {
      Map<Ledger, Integer> shares = shares(pairs);
      Apportionment.Put<Ledger> put =
          (centre, count) -> {
            List<Surplus> found = centre.surplus(week, count);
            surplus.addAll(found);
            return found.stream().mapToInt(Surplus::count).sum();
          };
      int left =
          Apportionment.once(
              tooMany,
              centres,
              centre -> Math.max(0, centre.planned(week) - shares.getOrDefault(centre, 0)),
              put);
      notRemoved += Apportionment.all(left, centres, centre -> centre.planned(week), put);
    }
  }

  private void raise(IsoWeek week, int pairs) {
    int missing = pairs - there(week);
    if (missing > 0) {
      Map<Ledger, Integer> shares = shares(pairs);
      Apportionment.Put<Ledger> put =
          (centre, count) -> {
            List<Addition> found = centre.added(week, count);
            additions.addAll(found);
            return found.stream().mapToInt(Addition::firsts).sum();
          };
      int left =
          Apportionment.once(
              missing,
              centres,
              centre -> Math.max(0, shares.getOrDefault(centre, 0) - centre.planned(week)),
              put);
      withoutRoom += Apportionment.all(left, centres, Ledger::weight, put);
    }
  }

  private int there(IsoWeek week) {
    return centres.stream().mapToInt(centre -> centre.planned(week)).sum();
  }

  private Map<Ledger, Integer> shares(int pairs) {
    int[] parts = Apportionment.parts(pairs, centres.stream().map(Ledger::weight).toList());
    Map<Ledger, Integer> shares = new HashMap<>();
    for (int i = 0; i < parts.length; i++) {
      shares.put(centres.get(i), parts[i]);
    }
    return shares;
  }

  List<Surplus> surplus() {
    return surplus;
  }

  List<Addition> additions() {
    return additions;
  }

  /** What cannot be done, known before anything is done. */
  GenerationReport impossible() {
    return new GenerationReport(0, 0, 0, withoutRoom, notRemoved, withoutSecond);
  }
}
