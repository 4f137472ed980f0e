package de.durchkommen.agent;

import de.durchkommen.agent.Exchange.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * What agents do with the talk that they are in. What is to become of the caller is written before
 * the exchange is asked, so that it is known whoever of both is faster.
 */
@Dependent
class TalkDesk {
  private final DeskSql desk;
  private final Neighbours neighbours;
  private final Interpreters interpreters;

  @Inject
  TalkDesk(DeskSql desk, Neighbours neighbours, Config config) {
    this(desk, neighbours, Interpreters.of(config));
  }

  TalkDesk(DeskSql desk, Neighbours neighbours, Interpreters interpreters) {
    this.desk = desk;
    this.neighbours = neighbours;
    this.interpreters = interpreters;
  }

  /** The caller hears music, or does not any more. */
  void hold(long account, boolean held) {
    TalkRow talk = caller(account);
    Exchange exchange = neighbours.exchange();
    needDone(held ? exchange.held(talk.id()) : exchange.resumed(talk.id()));
    desk.ask(book -> {
      book.held(talk, held);
      return true;
    });
  }

  /** The caller goes back to self-service, to this point of it. */
  void back(long account, String point) {
    TalkRow talk = caller(account);
    planned(talk, Ending.BACK, point);
    Outcome outcome = neighbours.exchange().released(talk.id());
    if (outcome != Outcome.DONE) {
      planned(talk, null, null);
    }
    needDone(outcome);
    ended(talk, Ending.BACK);
  }

  /** The talk is over; whoever is asked in another one leaves that. */
  void end(long account) {
    TalkRow talk = talk(account);
    if (talk.about() == null) {
      planned(talk, Ending.OVER, null);
      if (neighbours.exchange().ended(talk.id()) == Outcome.FAILED) {
        planned(talk, null, null);
        throw DeskRefusals.exchange();
      }
    }
    ended(talk, Ending.OVER);
  }

  /** An interpreter is rung into the talk. */
  void interpreter(long account, String language) {
    TalkRow talk = caller(account);
    needDone(
        neighbours
            .exchange()
            .interpreted(
                talk.id(), interpreters.number(language).orElseThrow(DeskRefusals::noInterpreter)));
  }

  /** Writes what is to be remembered of the talk, while it goes on or afterwards. */
  void note(long account, String note) {
    desk.ask(book -> {
      @Nullable Long talk = SeatDesk.seat(book, account).talk();
      if (talk == null) {
        throw DeskRefusals.noTalk();
      }
      book.talks().note(talk, note);
      book.seats().touch(account);
      return true;
    });
  }

  /** All is written down. */
  void wrap(long account, WrapCode code, @Nullable String note) {
    desk.ask(book -> {
      Seat seat = SeatDesk.seat(book, account);
      if (seat.state() != SeatState.WRAPPING) {
        throw seat.isBusy() ? DeskRefusals.inTalk() : DeskRefusals.noTalk();
      }
      book.talks().wrapped(seat.talkNumber(), code, note);
      book.seats().moveIfAbout(seat.talkNumber(), account, new SeatEvent.Wrapped());
      return true;
    });
  }

  /** The talk that this agent is in, or is asked about. */
  TalkRow talk(long account) {
    return desk.ask(book -> talking(book, account));
  }

  /** The caller's talk that this agent is in. */
  TalkRow caller(long account) {
    TalkRow talk = talk(account);
    if (talk.about() != null) {
      throw DeskRefusals.noTalk();
    }
    return talk;
  }

  static TalkRow talking(TalkBook book, long account) {
    Seat seat = SeatDesk.seat(book, account);
    if (seat.state() != SeatState.TALKING) {
      throw DeskRefusals.noTalk();
    }
    return book.talks()
        .of(Objects.requireNonNull(seat.talk()))
        .filter(TalkRow::isLive)
        .orElseThrow(DeskRefusals::gone);
  }

  private void planned(TalkRow talk, @Nullable Ending ending, @Nullable String backTo) {
    desk.ask(book -> {
      book.talks().plan(talk.id(), ending, backTo);
      return true;
    });
  }

  private void ended(TalkRow talk, Ending ending) {
    desk.ask(book -> {
      book.talks().of(talk.id()).ifPresent(now -> book.end(now, ending, new SeatEvent.Over()));
      return true;
    });
  }

  /** Refuses what the exchange has not done. */
  static void needDone(Outcome outcome) {
    switch (outcome) {
      case DONE -> {}
      case NOT_THERE -> throw DeskRefusals.gone();
      case FAILED -> throw DeskRefusals.exchange();
    }
  }
}
