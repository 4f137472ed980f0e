package de.durchkommen.agent;

import de.durchkommen.agent.Seats.Move;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What agents do with their own seats. */
@Dependent
class SeatDesk {
  private static final String PHONE = "SELECT reachable FROM agent_phone WHERE live_name = ?";

  private final DeskSql desk;

  @Inject
  SeatDesk(DeskSql desk) {
    this.desk = desk;
  }

  /** Takes a seat; does nothing for who has it. */
  void signIn(long account, String phone) {
    desk.ask(book -> {
      if (reachable(book.sql(), phone).isEmpty()) {
        throw DeskRefusals.noPhone();
      }
      if (book.seats().add(account, phone)) {
        return true;
      }
      Optional<Seat> own = book.seats().of(account);
      if (own.isEmpty()) {
        throw DeskRefusals.phoneTaken();
      }
      if (!own.get().phone().equals(phone)) {
        throw DeskRefusals.signedIn(own.get().phone());
      }
      return true;
    });
  }

  /** Leaves it; does nothing for who has none. */
  void signOut(long account) {
    moved(account, new SeatEvent.SignOut());
  }

  /** The next caller may come, or may come after the talk. */
  void ready(long account) {
    desk.ask(book -> {
      Seat seat = seat(book, account);
      boolean silent =
          reachable(book.sql(), seat.phone()).orElse(Optional.empty()).equals(Optional.of(false));
      if (silent && !seat.isBusy()) {
        throw DeskRefusals.phoneUnreachable();
      }
      return done(book.seats().move(account, new SeatEvent.Ready()));
    });
  }

  /** No caller may come, now or after the talk. */
  void pause(long account, PauseReason why) {
    desk.ask(book -> {
      seat(book, account);
      return done(book.seats().move(account, new SeatEvent.Pause(why)));
    });
  }

  private void moved(long account, SeatEvent event) {
    desk.ask(book -> done(book.seats().move(account, event)));
  }

  private static boolean done(Move move) {
    if (move instanceof Move.Refused) {
      throw DeskRefusals.inTalk();
    }
    return true;
  }

  static Seat seat(TalkBook book, long account) {
    return book.seats().of(account).orElseThrow(DeskRefusals::signedOut);
  }

  /** Whether there is such a telephone, and whether Asterisk reaches it, if that is known. */
  static Optional<Optional<Boolean>> reachable(Sql sql, String phone) {
    return sql.first(
        PHONE,
        row -> Optional.ofNullable(row.getObject(1, Integer.class)).map(flag -> flag == 1),
        List.of(phone));
  }
}
