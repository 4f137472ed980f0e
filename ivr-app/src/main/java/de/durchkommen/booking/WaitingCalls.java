package de.durchkommen.booking;

import de.durchkommen.database.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls that are due about offers, within one transaction each.
 *
 * <p>A call is claimed first, then placed, then noted. Who claims one puts its time off by {@link
 * WaitingLimits#LEASE}, so no other process places it too; when the claimant dies it is due again.
 * So a call may be placed twice, but none is forgotten.
 */
final class WaitingCalls {
  private static final String CLAIMED = "UPDATE waiting_entry SET next_call_at = ? WHERE id = ?";

  private static final String PLACED =
      "UPDATE waiting_entry SET calls = ?, next_call_at = ?, offered_until = ? WHERE id = ?";

  private static final Actor CALLS = Actor.system("call about an offer");

  private final Sql sql;
  private final Atlas atlas;
  private final WaitingTerms terms;
  private final Instant now;

  WaitingCalls(Sql sql, Atlas atlas, WaitingTerms terms, Instant now) {
    this.sql = sql;
    this.atlas = atlas;
    this.terms = terms;
    this.now = now;
  }

  /** Claims some calls that are due; none at night. */
  List<WaitingOffer> claimed() {
    if (!terms.hours().isOpen(now)) {
      return List.of();
    }
    WaitingEntries entries = new WaitingEntries(sql);
    List<WaitingOffer> claimed = new ArrayList<>();
    for (WaitingEntry entry : entries.due(now)) {
      sql.update(CLAIMED, List.of(now.plus(WaitingLimits.LEASE), entry.id()));
      entries
          .offer(entry, atlas, now)
          .map(offer ->
              new WaitingOffer(entry.id(), entry.person(), entry.phone(), entry.language(), offer))
          .ifPresent(claimed::add);
    }
    return claimed;
  }

  /** Notes that a call was placed. With the first one the time of the offer begins. */
  void placed(WaitingOffer placed) {
    Optional<WaitingEntry> entry =
        new WaitingEntries(sql)
            .locked(List.of(placed.person())).stream()
                .filter(live -> placed.offer().hold().equals(live.hold()))
                .findFirst();
    entry.ifPresent(live -> note(live, placed.offer()));
  }

  private void note(WaitingEntry entry, Offer offer) {
    Instant until = offer.until();
    if (entry.calls() == 0) {
      Instant begun = terms.until(now, offer.first());
      until = begun.isAfter(until) ? begun : until;
      new HoldRows(sql).renewed(List.of(offer.hold()), until);
    }
    int calls = entry.calls() + 1;
    @Nullable Instant next = calls < WaitingLimits.CALLS ? now.plus(terms.pause()) : null;
    sql.update(PLACED, Arrays.<@Nullable Object>asList(calls, next, until, entry.id()));
    new WaitingHistory(sql, now)
        .add(List.of(WaitingHistory.Event.of(WaitingHistory.Kind.CALLED, entry, CALLS)));
  }
}
