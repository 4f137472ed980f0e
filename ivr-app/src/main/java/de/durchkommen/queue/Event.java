package de.durchkommen.queue;

import de.durchkommen.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened on this node and has to be written down. May be written twice when nobody
 * knows whether the first time counted: so each says what is so, and not what to change.
 */
sealed interface Event {
  /** A stay begins. */
  record Entered(long visit, Arrival arrival) implements Event {}

  /** A stay begins with somebody who was called back about this ticket. */
  record Answered(long visit, Arrival arrival, long ticket) implements Event {}

  /** Somebody showed who they are. */
  record Identified(long visit, long person) implements Event {}

  /** Somebody has chosen a language. */
  record Spoke(long visit, String language) implements Event {}

  /** Somebody was told the place for the first time. */
  record Told(long visit, Instant at, int position, Optional<WaitRange> range) implements Event {}

  /** Somebody wants to be called back. */
  record Wished(long visit, Arrival arrival, PhoneNumber number) implements Event {}

  /** A dialogue came to its end. */
  record Served(long visit) implements Event {}

  /** Somebody talks with the person whom they waited for, on whichever node that was. */
  record Begun(String callId) implements Event {}

  /** A stay is over before the dialogue was; whose it was, unless that is not known any more. */
  record Left(long visit, Optional<Arrival> arrival) implements Event {}

  /** What became of ringing. */
  record Rang(long ticket, OutgoingCalls.RingResult result) implements Event {}

  /** The longest time that is written down. */
  Duration LONGEST = Duration.ofDays(1);
}
