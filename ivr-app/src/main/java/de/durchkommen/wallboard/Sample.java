package de.durchkommen.wallboard;

import de.durchkommen.queue.RoomGlance;

/**
 * The most that was seen of a queue at once.
 *
 * @param waiting how many waited on the line
 * @param longestSeconds how long the first of them had waited
 * @param busy dialogues, or agents who are busy
 * @param allowed how many are let in, or agents who are signed in
 */
record Sample(int waiting, int longestSeconds, int busy, int allowed) {
  static Sample of(RoomGlance now) {
    int longest = (int) Math.min(now.longest().toSeconds(), Integer.MAX_VALUE);
    return new Sample(now.waitingAll(), longest, now.dialogues(), now.limit());
  }

  Sample most(Sample other) {
    return new Sample(
        Math.max(waiting, other.waiting),
        Math.max(longestSeconds, other.longestSeconds),
        Math.max(busy, other.busy),
        Math.max(allowed, other.allowed));
  }
}
