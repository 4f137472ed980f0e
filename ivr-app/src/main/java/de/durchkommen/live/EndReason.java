package de.durchkommen.live;

/** Why a stream ends; the browser is told the name. */
enum EndReason {
  /** The session is over, by whatever. */
  SESSION,
  /** The account has too many streams, and this one is the oldest. */
  TOO_MANY,
  /** The browser takes nothing, or not fast enough. */
  SLOW,
  /** A state could not be found out; the browser asks again. */
  UNKNOWN,
  /** The application stops. */
  STOPPING
}
