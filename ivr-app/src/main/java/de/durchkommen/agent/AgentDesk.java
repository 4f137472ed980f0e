package de.durchkommen.agent;

import de.durchkommen.agent.Exchange.Mode;
import de.durchkommen.api.Role;
import de.durchkommen.audit.AuditEvent;
import de.durchkommen.audit.AuditEvent.Channel;
import de.durchkommen.audit.AuditLog;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What supervisors see of agents and do with them; each change is in the audit. */
@Dependent
class AgentDesk {
  private static final String LISTED =
      """
      SELECT c.name, c.shown_name, c.role, COALESCE(a.languages, 'de'), COALESCE(a.skills, ''),
        s.state, s.since, s.reason, s.phone, s.talk, t.language, t.observer
      FROM account c LEFT JOIN agent a ON a.account = c.id
      LEFT JOIN agent_seat s ON s.account = c.id LEFT JOIN talk t ON t.id = s.talk
      WHERE c.disabled_at IS NULL AND c.name > ? ORDER BY c.name LIMIT ?
      """;

  private static final String WRITTEN =
      "INSERT INTO agent (account, languages, skills) VALUES (?, ?, ?)"
          + " ON DUPLICATE KEY UPDATE languages = VALUES(languages), skills = VALUES(skills)";

  private final DeskSql desk;
  private final Neighbours neighbours;

  @Inject
  AgentDesk(DeskSql desk, Neighbours neighbours) {
    this.desk = desk;
    this.neighbours = neighbours;
  }

  /**
   * Who does it.
   *
   * @param request its id, for the audit
   */
  record Author(String id, String request) {}

  /**
   * An agent.
   *
   * @param state null when signed out
   * @param talk what they ring for, talk in or write about
   * @param observer who listens in
   */
  @Schema(name = "Agent")
  public record Told(
      String name,
      String shownName,
      Role role,
      List<String> languages,
      List<String> skills,
      @Nullable SeatState state,
      @Nullable Instant since,
      @Nullable PauseReason reason,
      @Nullable String phone,
      @Nullable Long talk,
      @Nullable String talkLanguage,
      @Nullable String observer) {}

  /** All who can log in, after this name. */
  List<Told> after(String name, int most) {
    return desk.ask(book -> book.sql().rows(LISTED, AgentDesk::told, List.of(name, most)));
  }

  /** What agents have done today, of those who were given a caller. */
  List<AgentDay> days() {
    return desk.ask(book -> AgentDay.all(book.sql(), desk.now()));
  }

  /** What this agent is able to do, from now on. */
  void able(String name, Set<String> languages, Set<String> skills, Author author) {
    desk.ask(book -> {
      long account = account(book.sql(), name);
      String spoken = AgentWords.listed(languages);
      String able = AgentWords.listed(skills);
      book.sql().update(WRITTEN, List.of(account, spoken, able));
      book.seats().touch(account);
      audit(book.sql(), author, "AGENT_IS_ABLE", name + ": " + spoken + "; " + able);
      return true;
    });
  }

  /** This agent is given no caller any more; a talk goes on to its end. */
  void pause(String name, String why, Author author) {
    desk.ask(book -> {
      long account = account(book.sql(), name);
      SeatDesk.seat(book, account);
      book.seats().move(account, new SeatEvent.Pause(PauseReason.FORCED));
      audit(book.sql(), author, "AGENT_PAUSED", name + ": " + why);
      return true;
    });
  }

  /** Whoever is on this telephone listens in to the agent's talk; the agent sees that. */
  void observe(String name, String phone, Mode mode, Author author) {
    TalkRow talk =
        desk.ask(book -> {
          if (SeatDesk.reachable(book.sql(), phone).isEmpty()) {
            throw DeskRefusals.noPhone();
          }
          Seat seat = SeatDesk.seat(book, account(book.sql(), name));
          if (seat.phone().equals(phone)) {
            throw DeskRefusals.phoneTaken();
          }
          TalkRow found = TalkDesk.talking(book, seat.account());
          if (new Companions(book).isObserved(room(found))) {
            throw DeskRefusals.observed();
          }
          // The sign first: nobody is heard before they can see it.
          book.talks().observed(found.id(), author.id(), mode);
          book.seats().touch(seat.account());
          audit(book.sql(), author, "TALK_OBSERVED_" + mode, name);
          return found;
        });
    Exchange.Outcome outcome =
        neighbours.exchange().observed(room(talk), AgentPhone.user(phone), mode);
    if (outcome != Exchange.Outcome.DONE) {
      desk.ask(book -> {
        new Companions(book).observerLeft(room(talk));
        return true;
      });
      TalkDesk.needDone(outcome);
    }
  }

  /** A question has the room of the talk that it is about. */
  private static long room(TalkRow talk) {
    return talk.about() == null ? talk.id() : talk.about();
  }

  private static long account(Sql sql, String name) {
    return AgentAccount.named(sql, name).orElseThrow(DeskRefusals::nobody).id();
  }

  private void audit(Sql sql, Author author, String action, String subject) {
    AuditLog.add(
        sql,
        new AuditEvent(desk.now(), Channel.API, author.id(), action, subject, 1, author.request()));
  }

  private static Told told(ResultSet row) throws SQLException {
    return new Told(
        row.getString(1),
        row.getString(2),
        Role.valueOf(row.getString(3)),
        AgentWords.set(row.getString(4)).stream().sorted().toList(),
        AgentWords.set(row.getString(5)).stream().sorted().toList(),
        Optional.ofNullable(row.getString(6)).map(SeatState::valueOf).orElse(null),
        Sql.instant(row, 7),
        Optional.ofNullable(row.getString(8)).map(PauseReason::valueOf).orElse(null),
        row.getString(9),
        row.getObject(10, Long.class),
        row.getString(11),
        row.getString(12));
  }
}
