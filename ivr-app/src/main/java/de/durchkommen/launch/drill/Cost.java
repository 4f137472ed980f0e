package de.durchkommen.launch.drill;

import java.util.List;
import java.util.Optional;

/**
 * What a fault cost.
 *
 * @param fault which one
 * @param callsLost that were cut off, refused, or told of a failure instead of being served
 * @param mayBeLost so many calls an Asterisk had that died
 * @param recoverySeconds from the fault to the first call from which on each was served; empty when
 *     calls did not flow again
 * @param placesLost in the queue, of those who waited when the fault began
 * @param doubled what always holds and did not, counted: seats or people with two appointments
 * @param falseSoldOut calls that were told that all is gone, though it was not
 * @param booked appointments that were booked meanwhile
 */
record Cost(
    Fault fault,
    int callsLost,
    int mayBeLost,
    Optional<Long> recoverySeconds,
    int placesLost,
    int doubled,
    int falseSoldOut,
    int booked) {
  /** Whether nothing was lost but what a dead Asterisk had. */
  boolean isBearable() {
    return callsLost <= mayBeLost
        && recoverySeconds.isPresent()
        && placesLost == 0
        && doubled == 0
        && falseSoldOut == 0;
  }

  /** The line of the drill. */
  String line() {
    return "DRILL %s calls_lost=%d recovery_s=%s places_lost=%d double=%d false_sold_out=%d"
        .formatted(fault.word(), callsLost, recovered(), placesLost, doubled, falseSoldOut);
  }

  private String recovered() {
    return recoverySeconds.map(String::valueOf).orElse("-");
  }

  /** All of them, as a table in Markdown. */
  static String table(List<Cost> costs) {
    StringBuilder table =
        new StringBuilder(
            "| fault | calls lost | on the dead Asterisk | s until calls flow | places lost |"
                + " double | false sold out | booked meanwhile |\n|---|---|---|---|---|---|---|---|\n");
    for (Cost cost : costs) {
      table.append(
          "| %s | %d | %s | %s | %d | %d | %d | %d |\n"
              .formatted(
                  cost.fault.word(),
                  cost.callsLost,
                  cost.fault.asterisk().isPresent() ? String.valueOf(cost.mayBeLost) : "",
                  cost.recovered(),
                  cost.placesLost,
                  cost.doubled,
                  cost.falseSoldOut,
                  cost.booked));
    }
    return table.toString();
  }
}
