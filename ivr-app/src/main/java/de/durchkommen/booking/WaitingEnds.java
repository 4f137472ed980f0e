package de.durchkommen.booking;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends entries of the waiting list, within one transaction; their pairs are given back. */
final class WaitingEnds {
  private final Sql sql;
  private final Instant now;
  private final WaitingEntries entries;

  WaitingEnds(Sql sql, Instant now) {
    this.sql = sql;
    this.now = now;
    this.entries = new WaitingEntries(sql);
  }

  /**
   * Ends the entries of all who have just booked, with whatever hold. It has to come after their
   * pairs are written: those lock the row of the person, and so does who signs up, and looks for a
   * pair then. So nobody has both.
   */
  void booked(List<History.Entry> bookings) {
    Map<Long, History.Entry> byPerson = new HashMap<>();
    bookings.forEach(booking -> byPerson.put(booking.pair().person(), booking));
    for (WaitingEntry entry : entries.locked(List.copyOf(byPerson.keySet()))) {
      History.@Nullable Entry booking = byPerson.get(entry.person());
      if (booking != null) {
        end(entry, WaitingHistory.Kind.BOOKED, booking.actor());
      }
    }
  }

  /** Ends a locked entry; seats that were booked meanwhile stay so. */
  void end(WaitingEntry entry, WaitingHistory.Kind why, Actor actor) {
    giveBack(entry);
    new WaitingLines(sql).remove(List.of(entry.id()));
    entries.end(entry, why.name());
    new WaitingHistory(sql, now).add(List.of(WaitingHistory.Event.of(why, entry, actor)));
  }

  /** Gives back what is on offer to a locked entry, which waits again in its old place. */
  void sendBack(WaitingEntry entry, Atlas atlas, Actor actor) {
    giveBack(entry);
    entries.sendBack(entry);
    new WaitingLines(sql).add(entry.id(), centres(entry, atlas));
    WaitingHistory.Kind kind = WaitingHistory.Kind.RETURNED;
    new WaitingHistory(sql, now).add(List.of(WaitingHistory.Event.of(kind, entry, actor)));
  }

  private List<String> centres(WaitingEntry entry, Atlas atlas) {
    return entry
        .centre()
        .map(List::of)
        .orElseGet(() ->
            atlas.around(sql, entry.postcode(), WaitingLimits.NEAR_KM, now).stream()
                .map(Centre::id)
                .toList());
  }

  private void giveBack(WaitingEntry entry) {
    @Nullable HoldKey hold = entry.hold();
    if (hold != null) {
      new HoldRows(sql).release(hold);
    }
  }
}
