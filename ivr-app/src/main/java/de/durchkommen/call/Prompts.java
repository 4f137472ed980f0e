package de.durchkommen.call;

import static de.durchkommen.prompt.ArgumentKind.DATE_TIME;
import static de.durchkommen.prompt.ArgumentKind.DIGITS;
import static de.durchkommen.prompt.ArgumentKind.NUMBER;
import static de.durchkommen.prompt.ArgumentKind.TEXT;
import static de.durchkommen.prompt.ArgumentKind.TIME;

import de.durchkommen.prompt.ArgumentKind;
import de.durchkommen.prompt.Prompt;
import java.util.Map;

/**
 * Everything that the call scripts can say. The build checks each of them against {@code
 * prompts/<language>}: a missing text or a wrong placeholder fails it.
 */
public final class Prompts {
  /** Who is speaking, and the keys that always work. */
  public static final Prompt WELCOME = Prompt.of("welcome");

  /** Offers this language: its name, and the key for it; said by its own voice. */
  public static final Prompt LANGUAGE_OFFER = Prompt.of("language.offer", Map.of("key", NUMBER));

  /** How to change the language later. */
  public static final Prompt LANGUAGE_CHANGE = Prompt.of("language.change", Map.of("key", NUMBER));

  /** The last words of a call. */
  public static final Prompt FAREWELL = Prompt.of("farewell");

  /** What was keyed is forgotten. */
  public static final Prompt ENTRY_CLEARED = Prompt.of("entry.cleared");

  /** A key was pressed that has no meaning here. */
  public static final Prompt MENU_NOT_UNDERSTOOD = Prompt.of("menu.not-understood");

  /** Asks for the code in the letter. */
  public static final Prompt CODE = Prompt.of("code.ask");

  /** The same, shorter. */
  public static final Prompt CODE_SHORT = Prompt.of("code.ask-short");

  /** Not ten digits. */
  public static final Prompt CODE_LENGTH = Prompt.of("code.length", Map.of("count", NUMBER));

  /** Ten digits that cannot be a code. */
  public static final Prompt CODE_MISKEYED = Prompt.of("code.miskeyed");

  /** Asks for the birth date. */
  public static final Prompt BIRTH_DATE = Prompt.of("birth-date.ask");

  /** The same, shorter. */
  public static final Prompt BIRTH_DATE_SHORT = Prompt.of("birth-date.ask-short");

  /** Not a date. */
  public static final Prompt BIRTH_DATE_NOT_UNDERSTOOD = Prompt.of("birth-date.not-understood");

  /** Code and birth date do not fit. */
  public static final Prompt NO_MATCH = Prompt.of("identity.no-match");

  /** Too many wrong tries in this call. */
  public static final Prompt NO_MATCH_LAST = Prompt.of("identity.no-match-last");

  /** The code is locked. */
  public static final Prompt LOCKED = Prompt.of("identity.locked", Map.of("until", TIME));

  /** The code cannot be checked right now. */
  public static final Prompt FAILURE_IDENTITY = Prompt.of("failure.identity");

  /** The calendar cannot be seen right now. */
  public static final Prompt FAILURE_LOOKUP = Prompt.of("failure.lookup");

  /** Whether the booking arrived cannot be seen right now. */
  public static final Prompt FAILURE_BOOKING = Prompt.of("failure.booking");

  /** The booking did not come about. */
  public static final Prompt FAILURE_NOT_BOOKED = Prompt.of("failure.not-booked");

  /** Something broke. */
  public static final Prompt FAILURE_TECHNICAL = Prompt.of("failure.technical");

  /** The last words after a failure. */
  public static final Prompt FAILURE_FAREWELL = Prompt.of("failure.farewell");

  /** A person is called now. */
  public static final Prompt TRANSFER = Prompt.of("person.transfer");

  /** A person is called now, since nothing was keyed. */
  public static final Prompt TRANSFER_SILENCE = Prompt.of("person.transfer-silence");

  /** A person is called now, since the keys were not understood. */
  public static final Prompt TRANSFER_NOT_UNDERSTOOD = Prompt.of("person.transfer-not-understood");

  /** A person is called now, for those without a letter. */
  public static final Prompt TRANSFER_NO_LETTER = Prompt.of("person.transfer-no-letter");

  /** Nobody is free, and the call goes on. */
  public static final Prompt NOBODY = Prompt.of("person.nobody");

  /** Nobody is free, and the call ends. */
  public static final Prompt NOBODY_FAREWELL = Prompt.of("person.nobody-farewell");

  /** A pair of dates, and what can be done with it. */
  public static final Prompt OFFER = Prompt.of("offer.ask", pair());

  /** The same, shorter. */
  public static final Prompt OFFER_SHORT = Prompt.of("offer.ask-short", pair());

  /** A pair of dates for somebody who has one already. */
  public static final Prompt OFFER_MOVE = Prompt.of("offer.ask-move", pair());

  /** The same, shorter. */
  public static final Prompt OFFER_MOVE_SHORT = Prompt.of("offer.ask-move-short", pair());

  /** No later day is free here. */
  public static final Prompt OFFER_NO_LATER = Prompt.of("offer.no-later", Map.of("centre", TEXT));

  /** No other centre has anything free. */
  public static final Prompt OFFER_NO_OTHER_CENTRE = Prompt.of("offer.no-other-centre");

  /** The dates just offered are gone. */
  public static final Prompt OFFER_LOST = Prompt.of("offer.lost");

  /** Everything that is free is being offered to others. */
  public static final Prompt ALL_HELD = Prompt.of("stock.all-held");

  /** Nothing is free. */
  public static final Prompt SOLD_OUT = Prompt.of("stock.sold-out", Map.of("as_of", TIME));

  /** Nothing is free, and whether the caller wants to be on the waiting list. */
  public static final Prompt SOLD_OUT_LIST =
      Prompt.of("stock.sold-out-list", Map.of("as_of", TIME));

  /** The same, shorter. */
  public static final Prompt SOLD_OUT_LIST_SHORT = Prompt.of("stock.sold-out-list-short");

  /** Everything that is free is being offered to others; look again, or wait to be called. */
  public static final Prompt ALL_HELD_LIST = Prompt.of("stock.all-held-list");

  /** The same, shorter. */
  public static final Prompt ALL_HELD_LIST_SHORT = Prompt.of("stock.all-held-list-short");

  /** The caller does not want to be on the list. */
  public static final Prompt LIST_NO = Prompt.of("waiting.no");

  /** The number that the caller calls from, and whether to call there. */
  public static final Prompt OWN_NUMBER = Prompt.of("waiting.own-number", Map.of("number", DIGITS));

  /** Asks for a telephone number. */
  public static final Prompt NUMBER_ASK = Prompt.of("waiting.number");

  /** The same, shorter. */
  public static final Prompt NUMBER_SHORT = Prompt.of("waiting.number-short");

  /** Not a number that can be called. */
  public static final Prompt NUMBER_NOT_UNDERSTOOD = Prompt.of("waiting.number-not-understood");

  /** The number that was keyed, and whether it is right. */
  public static final Prompt NUMBER_CONFIRM =
      Prompt.of("waiting.number-confirm", Map.of("number", DIGITS));

  /** The caller is on the list now. */
  public static final Prompt SIGNED_UP = Prompt.of("waiting.signed-up", place());

  /** The caller was on the list already. */
  public static final Prompt ALREADY_ON_LIST = Prompt.of("waiting.already", place());

  /** How the caller stands. */
  public static final Prompt STANDING = Prompt.of("waiting.standing", Map.of("ahead", NUMBER));

  /** Stay on the list or leave it. */
  public static final Prompt LIST_MENU = Prompt.of("waiting.menu");

  /** The same, shorter. */
  public static final Prompt LIST_MENU_SHORT = Prompt.of("waiting.menu-short");

  /** The caller will be off the list, and whether that is right. */
  public static final Prompt CONFIRM_LEAVE = Prompt.of("waiting.leave-confirm");

  /** The caller is off the list. */
  public static final Prompt LIST_LEFT = Prompt.of("waiting.left");

  /** The caller stays on the list. */
  public static final Prompt LIST_KEPT = Prompt.of("waiting.kept");

  /** A pair that is kept for the caller, and what can be done with it. */
  public static final Prompt KEPT_OFFER = Prompt.of("waiting.offer", keptPair());

  /** The same, shorter. */
  public static final Prompt KEPT_OFFER_SHORT = Prompt.of("waiting.offer-short", keptPair());

  /** The pair will be given to the next, and whether that is right. */
  public static final Prompt CONFIRM_DECLINE = Prompt.of("waiting.decline-confirm");

  /** The pair was declined. */
  public static final Prompt DECLINED = Prompt.of("waiting.declined");

  /** The pair that was kept is gone. */
  public static final Prompt KEPT_OFFER_LOST = Prompt.of("waiting.offer-lost");

  /** Whether a change to the list arrived cannot be seen right now. */
  public static final Prompt FAILURE_LIST = Prompt.of("failure.waiting");

  /** What will be booked, and whether that is right. */
  public static final Prompt CONFIRM_BOOKING = Prompt.of("booking.confirm", pair());

  /** What was booked. */
  public static final Prompt BOOKED = Prompt.of("booking.booked", confirmedPair());

  /** What the person has booked. */
  public static final Prompt APPOINTMENTS = Prompt.of("appointments.told", confirmedPair());

  /** What can be done with appointments. */
  public static final Prompt APPOINTMENTS_MENU = Prompt.of("appointments.menu");

  /** The same, shorter. */
  public static final Prompt APPOINTMENTS_MENU_SHORT = Prompt.of("appointments.menu-short");

  /** What will be moved, and whether that is right. */
  public static final Prompt CONFIRM_MOVE = Prompt.of("move.confirm", pair());

  /** What was moved. */
  public static final Prompt MOVED = Prompt.of("move.moved", confirmedPair());

  /** The old appointments stand. */
  public static final Prompt MOVE_KEPT = Prompt.of("move.kept");

  /** What will be cancelled, and whether that is right. */
  public static final Prompt CONFIRM_CANCEL = Prompt.of("cancel.confirm", pair());

  /** What was cancelled. */
  public static final Prompt CANCELLED = Prompt.of("cancel.cancelled");

  /** The appointments were not cancelled. */
  public static final Prompt CANCEL_KEPT = Prompt.of("cancel.kept");

  /** There are no appointments any more. */
  public static final Prompt NOTHING_BOOKED = Prompt.of("appointments.none");

  private Prompts() {}

  /** How many stand before somebody, and for how many minutes a pair is kept. */
  private static Map<String, ArgumentKind> place() {
    return Map.of("ahead", NUMBER, "minutes", NUMBER);
  }

  private static Map<String, ArgumentKind> keptPair() {
    return Map.of("centre", TEXT, "first", DATE_TIME, "second", DATE_TIME, "until", DATE_TIME);
  }

  private static Map<String, ArgumentKind> pair() {
    return Map.of("centre", TEXT, "first", DATE_TIME, "second", DATE_TIME);
  }

  private static Map<String, ArgumentKind> confirmedPair() {
    return Map.of("centre", TEXT, "first", DATE_TIME, "second", DATE_TIME, "confirmation", DIGITS);
  }
}
