package de.durchkommen.call;

import static de.durchkommen.prompt.ArgumentKind.DATE_TIME;
import static de.durchkommen.prompt.ArgumentKind.NUMBER;
import static de.durchkommen.prompt.ArgumentKind.TIME;

import de.durchkommen.prompt.Prompt;
import java.util.Map;

/**
 * What is said to those who wait for their turn, and to those who are called. The build checks each
 * as it does {@link Prompts}.
 *
 * <p>The position and the time it takes are sentences of their own with few variants, so that each
 * is made once and kept.
 */
final class WaitingPrompts {
  /** The position, for the first time or asked for. */
  static final Prompt POSITION = Prompt.of("queue.position", Map.of("position", NUMBER));

  /** The same, rounded. */
  static final Prompt POSITION_ABOUT =
      Prompt.of("queue.position-about", Map.of("position", NUMBER));

  /** The position has fallen. */
  static final Prompt NEARER = Prompt.of("queue.nearer", Map.of("position", NUMBER));

  /** The same, rounded. */
  static final Prompt NEARER_ABOUT = Prompt.of("queue.nearer-about", Map.of("position", NUMBER));

  /** The position is what it was. */
  static final Prompt STILL = Prompt.of("queue.still", Map.of("position", NUMBER));

  /** The same, rounded. */
  static final Prompt STILL_ABOUT = Prompt.of("queue.still-about", Map.of("position", NUMBER));

  /** It takes less than so many minutes. */
  static final Prompt RANGE_LESS = Prompt.of("queue.range-less", Map.of("until", NUMBER));

  /** It takes from so many to so many minutes, less than an hour. */
  static final Prompt RANGE_MINUTES =
      Prompt.of("queue.range-minutes", Map.of("from", NUMBER, "until", NUMBER));

  /** It takes from some minutes to an hour or more, all told in minutes. */
  static final Prompt RANGE_MIXED =
      Prompt.of("queue.range-mixed", Map.of("from", NUMBER, "until", NUMBER));

  /** It takes from an hour or more to some hours, all told in minutes. */
  static final Prompt RANGE_HOURS =
      Prompt.of("queue.range-hours", Map.of("from", NUMBER, "until", NUMBER));

  /** It takes more than so many minutes. */
  static final Prompt RANGE_MORE = Prompt.of("queue.range-more", Map.of("from", NUMBER));

  /** Why it takes longer: the talks do. */
  static final Prompt LONGER_SLOWER = Prompt.of("queue.longer-slower");

  /** Why it takes longer: fewer talks at once. */
  static final Prompt LONGER_FEWER = Prompt.of("queue.longer-fewer");

  /** Why it takes longer: somebody goes first. */
  static final Prompt LONGER_PRIORITY = Prompt.of("queue.longer-priority");

  /** A callback can be had. */
  static final Prompt OFFER = Prompt.of("queue.offer");

  /** The same, shorter. */
  static final Prompt OFFER_SHORT = Prompt.of("queue.offer-short");

  /** The code can be keyed already, so that the place is the person's. */
  static final Prompt OFFER_CODE = Prompt.of("queue.offer-code");

  /** What the keys do while somebody waits. */
  static final Prompt MENU = Prompt.of("queue.menu");

  /** The caller has the old place. */
  static final Prompt RETURNED = Prompt.of("queue.returned");

  /** The waiting is over. */
  static final Prompt TURN = Prompt.of("queue.turn");

  /** The place is the person's. */
  static final Prompt CODE_KNOWN = Prompt.of("queue.code-known");

  /** The caller goes on waiting on the line. */
  static final Prompt BACK = Prompt.of("queue.back");

  /** No person is free, and the caller goes on waiting. */
  static final Prompt NOBODY = Prompt.of("queue.nobody");

  /** What was keyed means nothing. */
  static final Prompt NOT_UNDERSTOOD = Prompt.of("queue.not-understood");

  /** There is a place, and nobody can tell which. */
  static final Prompt UNKNOWN = Prompt.of("queue.unknown");

  /** When the line opens; places are drawn then. */
  static final Prompt LOBBY_DRAW = Prompt.of("queue.lobby-draw", Map.of("opens", TIME));

  /** When the line opens; the order of arrival is kept. */
  static final Prompt LOBBY_ARRIVAL = Prompt.of("queue.lobby-arrival", Map.of("opens", TIME));

  /** How long until the line opens. */
  static final Prompt LOBBY_LEFT = Prompt.of("queue.lobby-left", Map.of("minutes", NUMBER));

  /** The line is closed until then. */
  static final Prompt CLOSED = Prompt.of("queue.closed", Map.of("opens", DATE_TIME));

  /** The line is closed, and nobody knows until when. */
  static final Prompt CLOSED_OPEN_END = Prompt.of("queue.closed-open-end");

  /** Whether to call when the line opens. */
  static final Prompt CLOSED_ASK = Prompt.of("queue.closed-ask");

  /** The line closes with the caller on it; it opens then. */
  static final Prompt CLOSING = Prompt.of("queue.closing", Map.of("opens", DATE_TIME));

  /** The same, if nobody knows when. */
  static final Prompt CLOSING_OPEN_END = Prompt.of("queue.closing-open-end");

  /** The caller will be called when it opens. */
  static final Prompt CLOSING_CALL = Prompt.of("queue.closing-call");

  /** The place is kept for who calls again. */
  static final Prompt CLOSING_KEPT = Prompt.of("queue.closing-kept");

  /** There are not enough lines for waiting on them. */
  static final Prompt SHORT = Prompt.of("queue.short");

  /** Whether to call back, since nobody can wait. */
  static final Prompt SHORT_ASK = Prompt.of("queue.short-ask");

  /** The last words to who cannot wait and is not called back. */
  static final Prompt SHORT_FAREWELL = Prompt.of("queue.short-farewell");

  /** How much is left. */
  static final Prompt STOCK = Prompt.of("queue.stock", Map.of("as_of", TIME, "count", NUMBER));

  /** Nothing is left; there is a list. */
  static final Prompt STOCK_SOLD_OUT = Prompt.of("queue.stock-sold-out", Map.of("as_of", TIME));

  /** The caller will be called back, within these hours of a day. */
  static final Prompt CALLBACK_KEPT =
      Prompt.of("callback.kept", Map.of("from", TIME, "until", TIME));

  /** The caller will be called back, not before this. */
  static final Prompt CALLBACK_KEPT_LATER =
      Prompt.of("callback.kept-later", Map.of("earliest", DATE_TIME));

  /** Too many wait for a call at this number. */
  static final Prompt CALLBACK_TOO_MANY = Prompt.of("callback.too-many");

  /** Whether the callback was noted is not known. */
  static final Prompt CALLBACK_UNKNOWN = Prompt.of("callback.unknown");

  /** Nobody is called back now. */
  static final Prompt CALLBACK_NOT_POSSIBLE = Prompt.of("callback.not-possible");

  /** The first words to somebody who is called back. */
  static final Prompt CALLED = Prompt.of("callback.called");

  /** The same, shorter. */
  static final Prompt CALLED_SHORT = Prompt.of("callback.called-short");

  /** The last words to a machine, or to somebody who pressed nothing. */
  static final Prompt CALLED_UNANSWERED = Prompt.of("callback.unanswered");

  /** There will be no callback, and whether that is right. */
  static final Prompt CALLED_END_CONFIRM = Prompt.of("callback.end-confirm");

  /** There will be no callback. */
  static final Prompt CALLED_ENDED = Prompt.of("callback.ended");

  /** The first words to somebody for whom a pair is kept. */
  static final Prompt OFFERED = Prompt.of("offer.called");

  /** The same, shorter. */
  static final Prompt OFFERED_SHORT = Prompt.of("offer.called-short");

  /** The last words to a machine, or to somebody who pressed nothing. */
  static final Prompt OFFERED_UNANSWERED = Prompt.of("offer.unanswered");

  /** What the keys do while somebody waits for a person. */
  static final Prompt PERSON_MENU = Prompt.of("person.menu");

  /** Whether the talk may be recorded, how that can be taken back, and the keys. */
  static final Prompt RECORDING_ASK = Prompt.of("recording.ask");

  /** The talk will be recorded. */
  static final Prompt RECORDING_YES = Prompt.of("recording.yes");

  /** The talk will not be recorded. */
  static final Prompt RECORDING_NO = Prompt.of("recording.no");

  /** The agent's telephone rang in vain; the caller goes on waiting. */
  static final Prompt PERSON_UNANSWERED = Prompt.of("person.unanswered");

  /** The talk broke off, and the caller is first. */
  static final Prompt PERSON_LOST = Prompt.of("person.lost");

  /** The talk is over, and nobody knows why. */
  static final Prompt PERSON_UNCERTAIN = Prompt.of("person.uncertain");

  /** The machine goes on. */
  static final Prompt PERSON_BACK = Prompt.of("person.back");

  /** The first words to somebody who is called back to talk to a person. */
  static final Prompt CALLED_PERSON = Prompt.of("callback.called-person");

  /** The same, shorter. */
  static final Prompt CALLED_PERSON_SHORT = Prompt.of("callback.called-person-short");

  /** There will be no callback, and whether that is right. */
  static final Prompt CALLED_PERSON_END_CONFIRM = Prompt.of("callback.end-confirm-person");

  private WaitingPrompts() {}
}
