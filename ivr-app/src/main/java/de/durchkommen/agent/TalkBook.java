package de.durchkommen.agent;

import de.durchkommen.agent.Seats.Move;
import de.durchkommen.agent.TalkEvents.Left;
import de.durchkommen.agent.Talks.After;
import de.durchkommen.database.Sql;
import de.durchkommen.queue.Staff.Assignment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happens to talks and to the seats of those who hold them, within one transaction. What is
 * told late or twice changes nothing.
 */
final class TalkBook {
  /** What the dialplan says when both were in the room. */
  static final String TALKED = "TALKED";

  private static final String CANCELLED = "CANCEL";

  /** No telephone was rung: that is no fault of an agent. */
  private static final String NOT_RUNG = "NOAGENT";

  /** What the waiting room is to be told when this has been committed. */
  sealed interface Word {
    /** Nothing. */
    Word NONE = new Nothing();

    /** See {@link #NONE}. */
    record Nothing() implements Word {}

    /** The place of this call is used up. */
    record Begun(String callId) implements Word {}

    /** The place of this call is kept. */
    record Gone(String callId) implements Word {}
  }

  private final Sql sql;
  private final Instant now;
  private final SeatRows seats;
  private final TalkRows talks;

  TalkBook(Sql sql, Instant now) {
    this.sql = sql;
    this.now = now;
    this.seats = new SeatRows(sql, now);
    this.talks = new TalkRows(sql);
  }

  Sql sql() {
    return sql;
  }

  SeatRows seats() {
    return seats;
  }

  TalkRows talks() {
    return talks;
  }

  /** Whose desks show something else now. */
  Set<Long> changed() {
    return seats.changed();
  }

  /**
   * A round has given this caller to that agent.
   *
   * @throws IllegalStateException when the agent is not ready, which is a bug: the round has locked
   *     all who are
   */
  void assigned(Assignment given) {
    talks.liveOfCall(given.callId()).ifPresent(this::forgotten);
    Seat agent =
        seats
            .of(given.server())
            .orElseThrow(() -> new IllegalStateException("Given to somebody who is not there"));
    long talk = talks.added(given.callId(), agent, given.ticket(), given.language(), null, now);
    talks.proven(talk);
    if (!rung(agent, talk)) {
      throw new IllegalStateException("Given to an agent who is not ready");
    }
  }

  private boolean rung(Seat agent, long talk) {
    Instant until = now.plus(AgentLimits.RING).plus(AgentLimits.RING_SLACK);
    return seats.move(agent.account(), new SeatEvent.Assigned(talk, until)) instanceof Move.To;
  }

  /**
   * A talk that has just ended goes on with another agent, whose telephone is to ring.
   *
   * @return that one's talk; empty when they are not ready (any more)
   */
  Optional<TalkRow> onward(TalkRow talk, Seat other) {
    long next = talks.added(talk.callId(), other, talk.ticket(), talk.language(), talk.node(), now);
    talks.known(next, talk.id());
    talks.onward(talk.id(), next);
    return rung(other, next) ? talks.of(next) : Optional.empty();
  }

  /** Another agent is asked about this talk; empty when they are not ready (any more). */
  Optional<TalkRow> ask(TalkRow talk, Seat other) {
    long question = talks.asked(talk.id(), other, now);
    Move move = seats.move(other.account(), new SeatEvent.Asked(question));
    seats.touch(talk.account());
    return move instanceof Move.To ? talks.of(question) : Optional.empty();
  }

  /**
   * The caller stays with whoever was asked. The room has the number of the caller's talk, so this
   * talk is theirs from now on; the question is what the first agent writes about.
   *
   * @return false when the question was over before
   */
  boolean handed(TalkRow talk, TalkRow question) {
    Seat first = seats.of(talk.account()).orElseThrow(DeskRefusals::gone);
    Seat second = seats.of(question.account()).orElseThrow(DeskRefusals::gone);
    if (!talks.ended(question.id(), Ending.ONWARD, null, now)) {
      return false;
    }
    talks.given(talk.id(), second, now);
    talks.given(question.id(), first, Objects.requireNonNull(talk.begunAt()));
    seats.change(
        first.account(), seat -> new Move.To(seat.talking(now, question.id()).wrapping(now)));
    seats.change(second.account(), seat -> new Move.To(seat.talking(now, talk.id())));
    return true;
  }

  /** As before: the exchange could not do it. */
  void handedBack(TalkRow talk, TalkRow question) {
    Seat first = seats.of(talk.account()).orElseThrow(DeskRefusals::gone);
    Seat second = seats.of(question.account()).orElseThrow(DeskRefusals::gone);
    talks.given(question.id(), second, Objects.requireNonNull(question.begunAt()));
    talks.given(talk.id(), first, Objects.requireNonNull(talk.begunAt()));
    talks.revived(question.id());
    talks.held(talk.id(), now);
    seats.change(first.account(), seat -> new Move.To(seat.talking(now, talk.id())));
    seats.change(second.account(), seat -> new Move.To(seat.talking(now, question.id())));
  }

  /** A call that is given again is not in its earlier talk any more. */
  private void forgotten(TalkRow earlier) {
    if (earlier.hasBegun()) {
      end(earlier, Ending.UNKNOWN, new SeatEvent.Over());
    } else {
      end(earlier, Ending.ABANDONED, new SeatEvent.Spared());
    }
  }

  /** The telephone rings. */
  void rings(long talk) {
    live(talk)
        .ifPresent(row -> {
          talks.rang(talk, now);
          seats.touch(row.account());
        });
  }

  /**
   * Both hear each other, since then.
   *
   * @return what that means for the waiting room
   */
  Word begins(long talk, Instant at) {
    Optional<TalkRow> found = talks.of(talk).filter(row -> row.isLive() || revived(row));
    if (found.isEmpty()) {
      return Word.NONE;
    }
    TalkRow row = found.get();
    talks.begun(talk, at);
    seats.move(row.account(), new SeatEvent.Begins(talk));
    seats.touch(row.account());
    return row.hasBegun() ? Word.NONE : new Word.Begun(row.callId());
  }

  /** What was taken for over goes on, if neither of both has something else to do by now. */
  private boolean revived(TalkRow row) {
    boolean mistaken = row.ending() == Ending.UNANSWERED || row.ending() == Ending.UNKNOWN;
    boolean free =
        seats
            .of(row.account())
            .filter(seat -> !seat.isBusy() || Objects.equals(seat.talk(), row.id()))
            .isPresent();
    if (!mistaken
        || !free
        || row.about() != null
        || talks.liveOfCall(row.callId()).isPresent()
        || talks.liveOfAccount(row.account()).isPresent()) {
      return false;
    }
    talks.revived(row.id());
    return true;
  }

  /** The agent is not with the caller any more. */
  void agentLeft(long talk, Left how) {
    Optional<TalkRow> found = live(talk).filter(TalkRow::hasBegun);
    if (found.isEmpty()) {
      return;
    }
    TalkRow row = found.get();
    switch (how) {
      case FOLLOWED -> followed(row);
      case LOST -> end(row, planned(row, Ending.LOST), new SeatEvent.Lost());
      case HUNG_UP -> {
        if (!justGiven(row)) {
          end(row, planned(row, otherwise(row)), new SeatEvent.Over());
        }
      }
    }
  }

  /** Nobody is told good-bye while they hear music: they are told that the line broke, as if. */
  private static Ending otherwise(TalkRow row) {
    return row.heldAt() == null ? Ending.OVER : Ending.LOST;
  }

  /**
   * The caller is with whoever was asked; unless they had been handed over before. Where a desk is
   * gone nobody can be told of the talk, but nothing is done to the line either.
   */
  private void followed(TalkRow row) {
    Optional<TalkRow> question = talks.questions(row.id()).stream().findFirst();
    if (question.isEmpty()) {
      return;
    }
    boolean there =
        seats.of(row.account()).isPresent() && seats.of(question.get().account()).isPresent();
    if (there) {
      handed(row, question.get());
    } else {
      end(row, planned(row, Ending.UNKNOWN), new SeatEvent.Over());
    }
  }

  /** Whoever handed the caller over leaves after that: the talk is somebody else's by then. */
  private boolean justGiven(TalkRow row) {
    return sql.first(
            "SELECT 1 FROM talk WHERE of_talk = ? AND ending = 'ONWARD' AND ended_at > ?",
            found -> found.getInt(1),
            List.of(row.id(), now.minus(AgentLimits.YOUNG)))
        .isPresent();
  }

  /** The caller is gone. */
  Word callerLeft(long talk) {
    return live(talk).map(this::callerLeft).orElse(Word.NONE);
  }

  /** The caller of this call is gone, before anything was heard of a talk. */
  Word withdrawn(String callId) {
    return talks
        .liveOfCall(callId)
        .filter(row -> !row.hasBegun())
        .map(this::callerLeft)
        .orElse(Word.NONE);
  }

  private Word callerLeft(TalkRow row) {
    if (row.hasBegun()) {
      end(row, planned(row, Ending.OVER), new SeatEvent.Over());
      return Word.NONE;
    }
    end(row, Ending.ABANDONED, new SeatEvent.Spared());
    return new Word.Gone(row.callId());
  }

  /** Nobody came to the telephone in time, and nobody said why. */
  void ringPassed(TalkRow row) {
    SeatEvent event =
        row.rangAt() == null
            ? new SeatEvent.Spared()
            : new SeatEvent.NotAnswered(PauseReason.NO_ANSWER);
    end(row, Ending.UNANSWERED, event);
  }

  /** Nobody is in its room any more, and nobody said why. */
  void vanished(TalkRow row) {
    end(row, planned(row, Ending.UNKNOWN), new SeatEvent.Over());
  }

  void held(TalkRow row, boolean held) {
    talks.held(row.id(), held ? now : null);
    seats.touch(row.account());
  }

  /**
   * Why the caller is back; see {@link Talks#after}.
   *
   * @param last whether no further news of the end are waited for
   * @return empty when they should be
   */
  Optional<After> after(long talk, String dialStatus, boolean last) {
    Optional<TalkRow> found = talks.of(talk);
    if (found.isEmpty()) {
      return Optional.of(new After.Uncertain());
    }
    TalkRow row = found.get();
    boolean talked = row.hasBegun() || dialStatus.equals(TALKED);
    if (!talked) {
      unanswered(row, dialStatus);
    } else if (row.isLive()) {
      if (row.ending() == null && !last) {
        return Optional.empty();
      }
      begins(talk, now);
      talks.of(talk).ifPresent(this::vanished);
    }
    return Optional.of(told(talks.of(talk).orElseThrow()));
  }

  private void unanswered(TalkRow row, String dialStatus) {
    if (dialStatus.equals(CANCELLED)) {
      end(row, Ending.ABANDONED, new SeatEvent.Spared());
      return;
    }
    if (dialStatus.equals(NOT_RUNG)) {
      end(row, Ending.UNANSWERED, new SeatEvent.Spared());
      return;
    }
    PauseReason why = why(dialStatus);
    end(row, Ending.UNANSWERED, new SeatEvent.NotAnswered(why));
    if (row.ending() == Ending.ABANDONED) {
      // The caller had left the ring, not the line.
      talks.ending(row.id(), Ending.UNANSWERED);
      seats
          .of(row.account())
          .filter(seat -> seat.state() == SeatState.READY)
          .ifPresent(seat -> seats.move(seat.account(), new SeatEvent.Pause(why)));
    }
  }

  private static PauseReason why(String dialStatus) {
    return switch (dialStatus) {
      case "BUSY", "CONGESTION" -> PauseReason.DECLINED;
      case "CHANUNAVAIL" -> PauseReason.PHONE_LOST;
      default -> PauseReason.NO_ANSWER;
    };
  }

  private After told(TalkRow row) {
    return switch (Objects.requireNonNull(row.ending())) {
      case OVER, ABANDONED -> new After.Over();
      case UNANSWERED -> unanswered(row);
      case LOST -> {
        @Nullable Long ticket = row.ticket();
        yield ticket == null ? new After.Uncertain() : new After.Lost(ticket);
      }
      case BACK -> new After.Back(Objects.requireNonNull(row.backTo()));
      case ONWARD -> onward(row);
      case UNKNOWN -> new After.Uncertain();
    };
  }

  private static After unanswered(TalkRow row) {
    @Nullable Long ticket = row.ticket();
    return new After.Unanswered(ticket == null ? OptionalLong.empty() : OptionalLong.of(ticket));
  }

  private After onward(TalkRow row) {
    @Nullable Long next = row.onward();
    Optional<TalkRow> there = next == null ? Optional.empty() : talks.of(next);
    return there
        .<After>map(talk ->
            talk.isLive() && !talk.hasBegun()
                ? new After.Onward(talk.id(), talk.phoneUser())
                : unanswered(talk))
        .orElseGet(After.Uncertain::new);
  }

  /** Ends a talk, if it has not ended, and the questions about it. */
  boolean end(TalkRow row, Ending ending, SeatEvent event) {
    if (!talks.ended(row.id(), ending, ending == Ending.BACK ? row.backTo() : null, now)) {
      return false;
    }
    seats.moveIfAbout(row.id(), row.account(), event);
    for (TalkRow question : talks.questions(row.id())) {
      end(question, Ending.OVER, new SeatEvent.Over());
    }
    return true;
  }

  private static Ending planned(TalkRow row, Ending otherwise) {
    return row.ending() == null ? otherwise : row.ending();
  }

  private Optional<TalkRow> live(long talk) {
    return talks.of(talk).filter(TalkRow::isLive);
  }
}
