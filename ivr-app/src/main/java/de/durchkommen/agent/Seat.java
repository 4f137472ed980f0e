package de.durchkommen.agent;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An agent who is signed in.
 *
 * @param account whose
 * @param phone the telephone's name, as {@code platz-7}
 * @param state what they are doing
 * @param since since when
 * @param readySince what their place in the order of agents goes by; kept until a talk has begun
 * @param reason why they are paused, or will be after the talk; null when they are not
 * @param talk what they ring, talk or write about; null when nothing
 * @param pauseNext whether a pause comes after it
 * @param ringUntil until when the telephone may ring; null when it does not
 * @param version counts the changes
 */
record Seat(
    long account,
    String phone,
    SeatState state,
    Instant since,
    @Nullable Instant readySince,
    @Nullable PauseReason reason,
    @Nullable Long talk,
    boolean pauseNext,
    @Nullable Instant ringUntil,
    long version) {

  /** Somebody who has just signed in. */
  static Seat signedIn(long account, String phone, Instant now) {
    return new Seat(account, phone, SeatState.SIGNED_IN, now, null, null, null, false, null, 1);
  }

  /**
   * What it is about.
   *
   * @throws NullPointerException when it is about no talk
   */
  long talkNumber() {
    return Objects.requireNonNull(talk);
  }

  /** Whether it is about a talk. */
  boolean isBusy() {
    return talk != null;
  }

  Seat ready(Instant now, Instant order) {
    return new Seat(account, phone, SeatState.READY, now, order, null, null, false, null, version);
  }

  Seat paused(Instant now, PauseReason why) {
    return new Seat(account, phone, SeatState.PAUSED, now, null, why, null, false, null, version);
  }

  Seat ringing(Instant now, long call, Instant until) {
    return new Seat(
        account, phone, SeatState.RINGING, now, readySince, null, call, false, until, version);
  }

  /** Keeps what comes after it, if that was said already. */
  Seat talking(Instant now, long call) {
    return new Seat(
        account,
        phone,
        SeatState.TALKING,
        now,
        readySince,
        pauseNext ? reason : null,
        call,
        pauseNext,
        null,
        version);
  }

  Seat wrapping(Instant now) {
    return new Seat(
        account, phone, SeatState.WRAPPING, now, null, reason, talk, pauseNext, null, version);
  }

  /** The same, with a pause after the talk. */
  Seat thenPaused(PauseReason why) {
    return new Seat(account, phone, state, since, readySince, why, talk, true, ringUntil, version);
  }

  /** The same, without a pause after the talk. */
  Seat thenReady() {
    return new Seat(
        account, phone, state, since, readySince, null, talk, false, ringUntil, version);
  }
}
