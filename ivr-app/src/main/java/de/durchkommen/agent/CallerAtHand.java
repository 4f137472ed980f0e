package de.durchkommen.agent;

import de.durchkommen.api.ApiClient;
import de.durchkommen.audit.AuditEvent;
import de.durchkommen.audit.AuditEvent.Channel;
import de.durchkommen.audit.AuditLog;
import de.durchkommen.booking.HoldKey;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The caller whom an agent has on the line, or has just had: nobody else is shown to them. */
@Dependent
public class CallerAtHand {
  private static final String FACTS =
      """
      SELECT t.call_id, COALESCE(t.person, h.person), COALESCE(t.hold, h.hold)
      FROM talk t LEFT JOIN handover h ON h.call_id = t.call_id WHERE t.id = ?
      """;

  private static final String IDENTIFIED =
      "UPDATE talk SET person = ?, identified_how = ? WHERE id = ?";

  private static final String HOLDS = "UPDATE talk SET hold = ? WHERE id = ?";

  /** What talks hold that go on, with what callers brought along. */
  private static final String HELD =
      """
      SELECT COALESCE(t.hold, h.hold) FROM agent_seat s JOIN talk t ON t.id = s.talk
      LEFT JOIN handover h ON h.call_id = t.call_id
      WHERE s.state IN ('TALKING', 'WRAPPING') AND COALESCE(t.hold, h.hold) IS NOT NULL
      """;

  private final DeskSql desk;

  @Inject
  CallerAtHand(DeskSql desk) {
    this.desk = desk;
  }

  /** How somebody was identified. */
  public enum How {
    /** By the code of the letter. */
    CODE,
    /** By questions. */
    QUESTIONS
  }

  /**
   * The caller.
   *
   * @param talk its number
   * @param client the agent, as {@code @erika}
   * @param person who it is; empty when that is not known
   * @param hold the seats that are held for them
   */
  public record Hand(
      long talk, String client, String callId, OptionalLong person, Optional<HoldKey> hold) {
    /**
     * Who it is.
     *
     * @throws de.durchkommen.api.Problem when that is not known
     */
    public long known() {
      return person.orElseThrow(DeskRefusals::unknownCaller);
    }

    /** Without anything that opens something. */
    @Override
    public String toString() {
      return "Hand[" + talk + "]";
    }
  }

  /**
   * The caller of whom something is to be shown: also while the telephone rings.
   *
   * @throws de.durchkommen.api.Problem when there is none
   */
  public Hand shown(SecurityContext caller) {
    return desk.ask(book -> hand(book, caller, true));
  }

  /**
   * The caller for whom something is to be done: in the talk, or while the agent writes.
   *
   * @throws de.durchkommen.api.Problem when there is none
   */
  public Hand served(SecurityContext caller) {
    return desk.ask(book -> hand(book, caller, false));
  }

  /**
   * Does this about the caller in one transaction.
   *
   * @param work may run more than once
   */
  public <T> T within(SecurityContext caller, BiFunction<Sql, Hand, T> work) {
    return desk.ask(book -> {
      Hand hand = hand(book, caller, false);
      T done = work.apply(book.sql(), hand);
      book.seats().touch(AgentAccount.of(book.sql(), caller).id());
      return done;
    });
  }

  /** From now on it is known who the caller is. */
  public void identified(Sql sql, Hand hand, long person, How how) {
    sql.update(IDENTIFIED, List.of(person, how.name(), hand.talk()));
  }

  /** Other seats are held for the caller now; none of those that are kept here when empty. */
  public void holds(Sql sql, Hand hand, Optional<HoldKey> hold) {
    sql.update(HOLDS, Arrays.asList(hold.map(HoldKey::text).orElse(null), hand.talk()));
  }

  /** Writes down that this was looked at or done; about a talk, never about a person by name. */
  public void audit(Sql sql, Hand hand, String action, Instant at, @Nullable String request) {
    AuditLog.add(
        sql,
        new AuditEvent(
            at,
            Channel.API,
            hand.client(),
            action,
            "talk " + hand.talk(),
            1,
            request == null ? "" : request));
  }

  /** The seats that are held for callers who talk with agents right now. */
  public List<HoldKey> held() {
    return desk.ask(book ->
        book.sql().rows(HELD, row -> row.getString(1), List.of()).stream()
            .flatMap(text -> HoldKey.parse(text).stream())
            .toList());
  }

  private static Hand hand(TalkBook book, SecurityContext caller, boolean ringing) {
    AgentAccount account = AgentAccount.of(book.sql(), caller);
    Seat seat = book.seats().of(account.id()).orElseThrow(DeskRefusals::noTalk);
    boolean there =
        switch (seat.state()) {
          case TALKING, WRAPPING -> true;
          case RINGING -> ringing;
          case SIGNED_IN, READY, PAUSED -> false;
        };
    if (!there) {
      throw DeskRefusals.noTalk();
    }
    long talk = Objects.requireNonNull(seat.talk());
    return book.sql()
        .first(
            FACTS,
            row -> {
              @Nullable Long person = row.getObject(2, Long.class);
              @Nullable String hold = row.getString(3);
              return new Hand(
                  talk,
                  ApiClient.of(caller).id(),
                  row.getString(1),
                  person == null ? OptionalLong.empty() : OptionalLong.of(person),
                  hold == null ? Optional.empty() : HoldKey.parse(hold));
            },
            List.of(talk))
        .orElseThrow(DeskRefusals::noTalk);
  }
}
