package de.durchkommen.agent;

import de.durchkommen.agent.Exchange.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Callers who go on to another agent: at once, or after that agent was asked while the caller hears
 * music.
 */
@Dependent
class Transfers {
  private final DeskSql desk;
  private final TalkDesk talks;
  private final Neighbours neighbours;

  @Inject
  Transfers(DeskSql desk, TalkDesk talks, Neighbours neighbours) {
    this.desk = desk;
    this.talks = talks;
    this.neighbours = neighbours;
  }

  /**
   * The talk, and what has been made of it with the other agent.
   *
   * @param next the other agent's talk, or question
   */
  private record Pair(TalkRow talk, TalkRow next) {}

  /** The caller goes to that agent, who must be ready; their telephone rings. */
  void blind(long account, String to) {
    Pair pair = desk.ask(book -> onward(book, account, other(book, account, to)));
    Outcome outcome = neighbours.exchange().released(pair.talk().id());
    if (outcome != Outcome.DONE) {
      desk.ask(book -> undone(book, pair));
      TalkDesk.needDone(outcome);
    }
  }

  private static Pair onward(TalkBook book, long account, Seat other) {
    TalkRow talk = TalkDesk.talking(book, account);
    if (talk.about() != null || !book.talks().questions(talk.id()).isEmpty()) {
      throw DeskRefusals.noTalk();
    }
    if (!book.end(talk, Ending.ONWARD, new SeatEvent.Over())) {
      throw DeskRefusals.gone();
    }
    return new Pair(talk, book.onward(talk, other).orElseThrow(DeskRefusals::notReady));
  }

  /** As if nothing had been asked, unless the caller has gone meanwhile. */
  private static boolean undone(TalkBook book, Pair pair) {
    book.end(pair.next(), Ending.ABANDONED, new SeatEvent.Spared());
    book.talks().revived(pair.talk().id());
    book.seats()
        .moveIfAbout(
            pair.talk().id(), pair.talk().account(), new SeatEvent.Begins(pair.talk().id()));
    return true;
  }

  /** The caller hears music; that agent, who must be ready, is asked. */
  void ask(long account, String to) {
    Pair pair = desk.ask(book -> asked(book, account, other(book, account, to)));
    Outcome outcome = neighbours.exchange().consulted(pair.talk().id(), pair.next().phoneUser());
    desk.ask(book -> {
      if (outcome == Outcome.DONE) {
        book.held(pair.talk(), true);
      } else {
        book.end(pair.next(), Ending.OVER, new SeatEvent.Spared());
      }
      return true;
    });
    TalkDesk.needDone(outcome);
  }

  private static Pair asked(TalkBook book, long account, Seat other) {
    TalkRow talk = TalkDesk.talking(book, account);
    if (talk.about() != null || !book.talks().questions(talk.id()).isEmpty()) {
      throw DeskRefusals.noTalk();
    }
    return new Pair(talk, book.ask(talk, other).orElseThrow(DeskRefusals::notReady));
  }

  /**
   * Nobody is asked any more; the caller is back. Also when whoever was asked has just gone. That
   * it ends is written first: it is not their doing then that they leave.
   */
  void cancel(long account) {
    TalkRow talk = talks.caller(account);
    List<TalkRow> questions = desk.ask(book -> planned(book, talk));
    if (questions.isEmpty() && talk.heldAt() == null) {
      throw DeskRefusals.nobodyAsked();
    }
    Outcome outcome = neighbours.exchange().resumed(talk.id());
    desk.ask(book -> {
      questions.forEach(question -> book.end(question, Ending.OVER, new SeatEvent.Spared()));
      if (outcome == Outcome.DONE) {
        book.held(talk, false);
      }
      return true;
    });
    TalkDesk.needDone(outcome);
  }

  private static List<TalkRow> planned(TalkBook book, TalkRow talk) {
    List<TalkRow> questions = book.talks().questions(talk.id());
    questions.forEach(question -> book.talks().plan(question.id(), Ending.OVER, null));
    return questions;
  }

  /** All three hear each other. */
  void conference(long account) {
    Pair pair = question(account);
    TalkDesk.needDone(neighbours.exchange().joined(pair.talk().id(), pair.next().phoneUser()));
    desk.ask(book -> {
      book.held(pair.talk(), false);
      return true;
    });
  }

  /** The caller stays with whoever was asked. */
  void complete(long account) {
    Pair pair = question(account);
    desk.ask(book -> {
      if (!book.handed(pair.talk(), pair.next())) {
        throw DeskRefusals.nobodyAsked();
      }
      return true;
    });
    Outcome outcome = neighbours.exchange().handedTo(pair.talk().id());
    if (outcome != Outcome.DONE) {
      desk.ask(book -> {
        book.handedBack(pair.talk(), pair.next());
        return true;
      });
      TalkDesk.needDone(outcome);
    }
  }

  private Pair question(long account) {
    TalkRow talk = talks.caller(account);
    List<TalkRow> questions = desk.ask(book -> book.talks().questions(talk.id()));
    if (questions.isEmpty()) {
      throw DeskRefusals.nobodyAsked();
    }
    return new Pair(talk, questions.getFirst());
  }

  private static Seat other(TalkBook book, long account, String to) {
    return AgentAccount.named(book.sql(), to)
        .filter(other -> other.id() != account)
        .flatMap(other -> book.seats().of(other.id()))
        .filter(seat -> seat.state() == SeatState.READY)
        .orElseThrow(DeskRefusals::notReady);
  }
}
