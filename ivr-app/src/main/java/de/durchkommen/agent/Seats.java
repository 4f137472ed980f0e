package de.durchkommen.agent;

import static de.durchkommen.agent.SeatState.PAUSED;
import static de.durchkommen.agent.SeatState.READY;
import static de.durchkommen.agent.SeatState.RINGING;
import static de.durchkommen.agent.SeatState.SIGNED_IN;
import static de.durchkommen.agent.SeatState.TALKING;
import static de.durchkommen.agent.SeatState.WRAPPING;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a seat: each state with each event, without a database.
 *
 * <pre>
 *              assigned        begins         over           wrapped
 *   SIGNED_IN ─► READY ─► RINGING ─► TALKING ─► WRAPPING ─► READY, or PAUSED when that was asked
 *                 ▲  ▲       │ no answer          for
 *                 │  └───────┤ (caller gone)
 *               PAUSED ◄─────┘
 * </pre>
 *
 * <p>News come late and twice: what does not fit a state any more changes nothing. What a person
 * asks for and cannot have is refused.
 */
final class Seats {
  private Seats() {}

  /** What becomes of it. */
  sealed interface Move {
    /** It is like this now. */
    record To(Seat seat) implements Move {}

    /** It stays as it is. */
    record Same() implements Move {}

    /** Nobody sits there any more. */
    record Gone() implements Move {}

    /** That cannot be now. */
    record Refused() implements Move {}
  }

  private static final Move SAME = new Move.Same();
  private static final Move REFUSED = new Move.Refused();

  static Move on(Seat seat, SeatEvent event, Instant now) {
    return switch (event) {
      case SeatEvent.Ready() -> ready(seat, now);
      case SeatEvent.Pause(PauseReason why) -> pause(seat, why, now);
      case SeatEvent.SignOut() ->
          seat.state() == RINGING || seat.state() == TALKING ? REFUSED : new Move.Gone();
      case SeatEvent.Assigned(long talk, Instant until) ->
          seat.state() == READY ? to(seat.ringing(now, talk, until)) : REFUSED;
      case SeatEvent.Asked(long talk) ->
          seat.state() == READY ? to(seat.talking(now, talk)) : REFUSED;
      case SeatEvent.Begins(long talk) ->
          seat.state() == TALKING ? SAME : to(seat.talking(now, talk));
      case SeatEvent.NotAnswered(PauseReason why) ->
          seat.state() == RINGING ? to(seat.paused(now, why)) : SAME;
      case SeatEvent.Spared() ->
          seat.state() == RINGING || seat.state() == TALKING ? to(spared(seat, now)) : SAME;
      case SeatEvent.Over() -> seat.state() == TALKING ? to(seat.wrapping(now)) : SAME;
      case SeatEvent.Lost() ->
          seat.state() == TALKING
              ? to(seat.wrapping(now).thenPaused(PauseReason.PHONE_LOST))
              : SAME;
      case SeatEvent.Wrapped() -> seat.state() == WRAPPING ? to(after(seat, now, now)) : REFUSED;
      case SeatEvent.PhoneGone() -> phoneGone(seat, now);
    };
  }

  private static Move ready(Seat seat, Instant now) {
    if (seat.state() == SIGNED_IN || seat.state() == PAUSED) {
      return to(seat.ready(now, now));
    }
    return seat.pauseNext() ? to(seat.thenReady()) : SAME;
  }

  private static Move pause(Seat seat, PauseReason why, Instant now) {
    if (!seat.isBusy()) {
      return seat.state() == PAUSED && seat.reason() == why ? SAME : to(seat.paused(now, why));
    }
    return seat.pauseNext() && seat.reason() == why ? SAME : to(seat.thenPaused(why));
  }

  /** A talk that breaks off with the telephone is told as such. */
  private static Move phoneGone(Seat seat, Instant now) {
    return switch (seat.state()) {
      case READY -> to(seat.paused(now, PauseReason.PHONE_LOST));
      case WRAPPING -> seat.pauseNext() ? SAME : to(seat.thenPaused(PauseReason.PHONE_LOST));
      case SIGNED_IN, RINGING, TALKING, PAUSED -> SAME;
    };
  }

  /** With the place in the order that they had. */
  private static Seat spared(Seat seat, Instant now) {
    @Nullable Instant order = seat.readySince();
    return after(seat, now, order == null ? now : order);
  }

  private static Seat after(Seat seat, Instant now, Instant order) {
    return seat.pauseNext()
        ? seat.paused(now, Objects.requireNonNull(seat.reason()))
        : seat.ready(now, order);
  }

  private static Move to(Seat seat) {
    return new Move.To(seat);
  }
}
