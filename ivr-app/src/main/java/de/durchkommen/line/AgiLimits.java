package de.durchkommen.line;

import java.time.Duration;

/**
 * What one peer on the AGI port may take of us. Asterisk needs a small part of each.
 *
 * @param headerBytes of all header lines together; Asterisk sends about 700
 * @param headerLines of the header; Asterisk sends about 25
 * @param headerTime from the connection's beginning to the header's end
 * @param replyBytes of one reply with all its lines; a usage text has about 2,000
 * @param replyLines of one reply
 * @param reply how long Asterisk may take for a command, beyond what the command itself takes
 * @param announcement the longest prompt that can be played
 * @param talk the longest talk with a person
 * @param unannounced connections that have not sent their header yet; one more closes the oldest
 */
record AgiLimits(
    int headerBytes,
    int headerLines,
    Duration headerTime,
    int replyBytes,
    int replyLines,
    Duration reply,
    Duration announcement,
    Duration talk,
    int unannounced) {

  static final AgiLimits STANDARD =
      new AgiLimits(
          64 * 1024,
          200,
          Duration.ofSeconds(5),
          16 * 1024,
          200,
          Duration.ofSeconds(10),
          Duration.ofMinutes(5),
          Duration.ofHours(4),
          1_000);

  /** What may be read before the call begins. */
  Allowance header() {
    return new Allowance(headerBytes, headerLines, headerTime);
  }

  /** What may be read as the reply to a command that itself takes up to this long. */
  Allowance reply(Duration command) {
    return new Allowance(replyBytes, replyLines, command.plus(reply));
  }
}
