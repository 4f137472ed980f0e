package de.durchkommen.recording;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The numbers of recordings. */
final class RecordingLimits {
  /** How sound comes and is kept: samples of 16 bit a second. */
  static final int RATE = 8_000;

  static final int BYTES_A_SECOND = 2 * RATE;

  /** So many are written at once, and connections taken. */
  static final int MOST_AT_ONCE = 200;

  /** The dialplan ends a talk after two hours. */
  static final Duration LONGEST = Duration.ofMinutes(125);

  /** So long the sound may take to come, and its first message to say what it is. */
  static final Duration COMES = Duration.ofSeconds(5);

  static final Duration FIRST = Duration.ofSeconds(2);

  /** When nothing has come for so long, nothing will. */
  static final Duration SILENCE = Duration.ofSeconds(10);

  /** The longest message, in bytes; Asterisk sends 320. */
  static final int LONGEST_MESSAGE = 4_096;

  /** With less room on the disk nothing is recorded: half an hour of all that may run. */
  static final long ROOM_BYTES = 200L * 1024 * 1024;

  /** Setting: how long recordings are kept. */
  static final int KEEP_DAYS = 30;

  static final int FEWEST_DAYS = 1;
  static final int MOST_DAYS = 365;

  /** How often it is looked what has to be deleted at once, and what by its age. */
  static final Duration TICK = Duration.ofSeconds(2);

  static final Duration CLEANING = Duration.ofMinutes(10);

  /** A row or a file that is younger may be about to be known. */
  static final Duration YOUNG = Duration.ofMinutes(2);

  /** So many rows or files at once. */
  static final int AT_ONCE = 500;

  /**
   * The next piece of sound, after which a recording that is to be deleted stops, has come then.
   */
  static final Duration STOPS = Duration.ofMillis(500);

  /** So long the application's stop waits for recordings to be closed. */
  static final Duration STOP = Duration.ofSeconds(3);

  private RecordingLimits() {}

  /** The time now as columns can hold it. */
  static Instant now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
