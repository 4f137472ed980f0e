package de.durchkommen.agent;

import de.durchkommen.agent.TalkEvents.AskedEnd;
import de.durchkommen.database.Sql;
import java.util.List;

/**
 * Who is on the line of a talk beside caller and agent, within one transaction: an agent who is
 * asked, and whoever listens in. A question has the room of the talk that it is about, so both are
 * meant by that talk's number.
 */
final class Companions {
  private static final String OBSERVED =
      "SELECT account FROM talk WHERE (id = ? OR of_talk = ?) AND ended_at IS NULL"
          + " AND observer IS NOT NULL";

  private static final String UNOBSERVED =
      "UPDATE talk SET observer = NULL, observed_as = NULL WHERE (id = ? OR of_talk = ?)"
          + " AND observer IS NOT NULL";

  private static final String ENDED = "UPDATE talk SET asked_end = ? WHERE id = ?";

  private static final String TOLD =
      """
      SELECT COALESCE(of_talk, id), 'ASKED' FROM talk
        WHERE live_account IS NOT NULL AND kind = 'CONSULT' AND node = ?
      UNION SELECT COALESCE(of_talk, id), 'OBSERVER' FROM talk
        WHERE live_account IS NOT NULL AND observer IS NOT NULL AND node = ?
      """;

  private final TalkBook book;
  private final Sql sql;

  Companions(TalkBook book) {
    this.book = book;
    this.sql = book.sql();
  }

  /** What somebody does on a talk's line. */
  enum Part {
    ASKED,
    OBSERVER
  }

  /**
   * Somebody who is there.
   *
   * @param talk whose room it is
   */
  record Companion(long talk, Part part) {}

  /** Those who are there by the rows of this node. */
  List<Companion> told(String node) {
    return sql.rows(
        TOLD,
        row -> new Companion(row.getLong(1), Part.valueOf(row.getString(2))),
        List.of(node, node));
  }

  /** This one is not there any more. */
  void left(Companion gone) {
    switch (gone.part()) {
      case ASKED -> askedLeft(gone.talk(), AskedEnd.LEFT);
      case OBSERVER -> observerLeft(gone.talk());
    }
  }

  /**
   * Whoever was asked is not on the line; the caller stays where they are. The agent is told why,
   * unless they have ended it themselves.
   */
  void askedLeft(long talk, AskedEnd how) {
    for (TalkRow question : book.talks().questions(talk)) {
      boolean planned = question.ending() != null;
      boolean wraps = how == AskedEnd.LEFT && !planned;
      if (book.end(question, Ending.OVER, wraps ? new SeatEvent.Over() : new SeatEvent.Spared())
          && !planned) {
        told(talk, question, how);
      }
    }
  }

  private void told(long talk, TalkRow question, AskedEnd how) {
    sql.update(ENDED, List.of(how.name(), question.id()));
    if (how == AskedEnd.NO_ANSWER) {
      absent(question.account());
    }
    book.talks().of(talk).ifPresent(row -> book.seats().touch(row.account()));
  }

  /** Whose telephone rings in vain is given no callers, as when one rings there. */
  private void absent(long account) {
    book.seats()
        .of(account)
        .filter(seat -> seat.state() == SeatState.READY)
        .ifPresent(seat -> book.seats().move(account, new SeatEvent.Pause(PauseReason.NO_ANSWER)));
  }

  /** Whether somebody listens in, or is about to. */
  boolean isObserved(long room) {
    return !observed(room).isEmpty();
  }

  /** Nobody listens in any more. */
  void observerLeft(long room) {
    List<Long> desks = observed(room);
    sql.update(UNOBSERVED, List.of(room, room));
    desks.forEach(book.seats()::touch);
  }

  private List<Long> observed(long room) {
    return sql.rows(OBSERVED, row -> row.getLong(1), List.of(room, room));
  }
}
