package de.durchkommen.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A place in the database, as far as it decides who gets it.
 *
 * @param id its number
 * @param phase see {@link Phase}
 * @param reach where its owner is
 * @param priority the group
 * @param place the order within the group
 * @param visit the stay that has it, or had it last
 * @param callId of that stay's call
 * @param phone the owner's number; null when it was withheld
 * @param promised whether the owner was promised to be called
 */
record Ticket(
    long id,
    Phase phase,
    Reach reach,
    int priority,
    long place,
    @Nullable Long visit,
    @Nullable String callId,
    @Nullable String phone,
    boolean promised) {
  static final String COLUMNS =
      "id, phase, reach, priority, place, visit, call_id, phone, promised";

  /** How far its owner has got. */
  enum Phase {
    /** Before the opening. */
    LOBBY,
    /** Waiting. */
    LINE,
    /** In a dialogue. */
    DIALOGUE,
    /** Over. */
    ENDED
  }

  /** Where its owner is. */
  enum Reach {
    /** On the line. */
    PRESENT,
    /** Cut off; the place is kept for a while. */
    ABSENT,
    /** Waits to be called back. */
    CALLBACK,
    /** The telephone rings. */
    RINGING,
    /** Nowhere any more. */
    NONE
  }

  static Ticket of(ResultSet row) throws SQLException {
    return new Ticket(
        row.getLong(1),
        Phase.valueOf(row.getString(2)),
        Reach.valueOf(row.getString(3)),
        row.getInt(4),
        row.getLong(5),
        row.getObject(6, Long.class),
        row.getString(7),
        row.getString(8),
        row.getBoolean(9));
  }

  /** Whether its owner is called, or will be. */
  boolean isCalled() {
    return reach == Reach.CALLBACK || reach == Reach.RINGING;
  }

  /** Whether somebody with the same number may have it: its owner is not on the line. */
  boolean isVacant() {
    return reach == Reach.ABSENT || isCalled();
  }
}
