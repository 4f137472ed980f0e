package de.durchkommen.queue;

import de.durchkommen.phone.PhoneNumber;
import java.time.Duration;
import java.util.Optional;

/**
 * One caller's stay on the line, from the door to the end of the dialogue. For one thread.
 *
 * <p>Whoever opens one closes it. A stay that is closed without {@link #served} or a callback is
 * that of somebody who was cut off: the place is kept for a while.
 */
public interface Stay extends AutoCloseable {
  /** How the caller stands now; never waits for anything. */
  Standing standing();

  /**
   * How the caller stands, once that is known.
   *
   * @param limit returns {@link Standing.Pending} when it is not known by then
   */
  Standing settled(Duration limit);

  /** Rings when the standing becomes another kind: for whoever has to stop the music then. */
  Bell bell();

  /** Rings once, when the turn has come: for whoever has to stop talking then. */
  default Bell turn() {
    return new Bell();
  }

  /** Whether the caller has got a place back that they had before. */
  boolean isReturned();

  /**
   * What the caller should be told now of the place: at entry, when the position falls, and at
   * least and at most as often as the settings say. Empty when it is not time, or nothing is known.
   */
  Optional<News> news();

  /** The news was told, to its end or to a key: the next is counted from now. */
  void told(News news);

  /** Whether callers can be called back at all: somebody can ring, and a supervisor allows it. */
  boolean isCallbackPossible();

  /** Whether those who wait are told of the stock of appointments: a supervisor decides. */
  default boolean isStockTold() {
    return QueueSettings.USUAL.stock();
  }

  /** The caller wants to be called back at this number when the turn has come. */
  CallbackOutcome callBack(PhoneNumber number);

  /**
   * The caller has shown who they are: the place is the person's from now on, and a better one that
   * the same person has from before is theirs too.
   *
   * @param person the key of an invited person
   */
  void identified(long person);

  /**
   * The caller has chosen another language.
   *
   * @param language ISO 639-1
   */
  void speaks(String language);

  /**
   * The telephone of the person whom the caller waits for rings: the stay goes on without whoever
   * holds it, and {@link #close} does nothing any more. See {@link PeopleRoom}.
   */
  default void handsOver() {
    throw new IllegalStateException("Nobody rings here");
  }

  /** The dialogue came to its end, in words or with a person. */
  void served();

  /** The caller is gone, or done. Never fails; may be called again. */
  @Override
  void close();

  /** How long until there may be news: the longest time to wait for a key without asking again. */
  Duration patience();
}
