package de.durchkommen.call;

import de.durchkommen.booking.AppointmentPair;

/** How a call ended, for the journal. Every one of them but {@link HungUp} ends in words. */
public sealed interface Outcome {
  /** One line without personal data beyond the caller's own appointments. */
  String line();

  /** Two appointments were booked. */
  record Booked(AppointmentPair pair) implements Outcome {
    @Override
    public String line() {
      return "BOOKED " + described(pair);
    }
  }

  /** Two appointments were moved. */
  record Moved(AppointmentPair pair) implements Outcome {
    @Override
    public String line() {
      return "MOVED " + described(pair);
    }
  }

  /** Two appointments were cancelled. */
  record Cancelled(AppointmentPair pair) implements Outcome {
    @Override
    public String line() {
      return "CANCELLED " + described(pair);
    }
  }

  /** Any ending without an appointment changed. */
  enum Plain implements Outcome {
    /** Appointments were told. */
    HEARD,
    /** A person took the call. */
    PERSON,
    /** Nobody could be reached, and the caller was told so. */
    NOBODY,
    /** There was nothing left to book, and the caller was told so. */
    SOLD_OUT,
    /** The caller was put on the waiting list. */
    WAITING_LIST,
    /** The caller left the waiting list. */
    LEFT_LIST,
    /** The caller declined the pair that was kept for them. */
    DECLINED,
    /** An agent's telephone is about to ring for the caller. */
    AGENT,
    /** The caller was told of a failure. */
    FAILED,
    /** The code is locked, and the caller was told until when. */
    LOCKED,
    /** The caller was told good-bye without having booked. */
    ENDED,
    /** The caller will be called back. */
    CALLBACK,
    /** The hotline is closed, or closed while the caller waited, and the caller was told so. */
    CLOSED,
    /** Nobody could wait for want of lines, and the caller was told so. */
    LINES_SHORT,
    /** Somebody who was called pressed nothing, or a machine answered; the words were said. */
    UNANSWERED,
    /** Not the end: the caller goes on waiting. No call ends like this. */
    WAITS,
    /** The caller hung up. */
    HUNG_UP;

    @Override
    public String line() {
      return name();
    }
  }

  private static String described(AppointmentPair pair) {
    return "%s %s %s %s"
        .formatted(pair.confirmation(), pair.centre().name(), pair.first(), pair.second());
  }
}
