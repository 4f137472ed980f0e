package de.durchkommen.call;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the telephone says of a call beside who it is.
 *
 * @param priority the group of callers in the waiting room, 1 (first) to 9 (last)
 * @param channelsShort whether Asterisk has so few channels left that nobody should wait on one
 * @param language that of the number that was dialled, or in which somebody is called; two small
 *     letters; empty when the telephone does not know
 * @param reference what an outgoing call is about; empty for one who called in
 * @param talked where the caller comes back from; empty for a call that begins
 */
public record CallDetails(
    int priority,
    boolean channelsShort,
    Optional<String> language,
    OptionalLong reference,
    Optional<Talked> talked) {
  /** Of a call that begins. */
  public CallDetails(
      int priority, boolean channelsShort, Optional<String> language, OptionalLong reference) {
    this(priority, channelsShort, language, reference, Optional.empty());
  }

  /**
   * Where a caller comes back from.
   *
   * @param talk the number of the talk; 0 for none
   * @param status what the telephone saw, in capital letters: {@code TALKED} when both have met,
   *     {@code WAITING} when the caller was in the queue for a person, otherwise Asterisk's
   *     DIALSTATUS of the agent's telephone
   */
  public record Talked(long talk, String status) {
    /** From nowhere that anybody knows. */
    static final Talked NOT = new Talked(0, "");
  }
}
