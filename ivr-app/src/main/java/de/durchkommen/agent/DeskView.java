package de.durchkommen.agent;

import de.durchkommen.agent.DeskState.Asked;
import de.durchkommen.agent.DeskState.AskedEnded;
import de.durchkommen.agent.DeskState.Call;
import de.durchkommen.agent.DeskState.Choices;
import de.durchkommen.agent.DeskState.EarlierNote;
import de.durchkommen.agent.DeskState.Figures;
import de.durchkommen.agent.DeskState.HeldSeats;
import de.durchkommen.agent.DeskState.Observed;
import de.durchkommen.agent.TalkEvents.AskedEnd;
import de.durchkommen.booking.HoldKey;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Puts together what an agent's desk shows, within one transaction. */
@Dependent
class DeskView {
  /** Where self-service goes on for a caller who is sent back. */
  static final List<String> POINTS = List.of("termine", "buchen", "verschieben", "warteliste");

  private static final String WORDS = "SELECT languages, skills FROM agent WHERE account = ?";

  /** Who listens in, as people call them; {@code @erika} when there is no such account any more. */
  private static final String CALL =
      """
      SELECT t.note, t.identified_how, COALESCE(c.shown_name, t.observer), t.observed_as, t.hold
      FROM talk t LEFT JOIN account c ON CONCAT('@', c.name) = t.observer WHERE t.id = ?
      """;

  private static final String NOTES =
      """
      SELECT c.shown_name, t.note FROM talk t JOIN account c ON c.id = t.account
      WHERE t.call_id = ? AND t.id < ? AND t.note <> '' ORDER BY t.id DESC LIMIT 5
      """;

  /** How it is with the recording of a talk whose caller was asked; see {@link DeskState.Call}. */
  private static final String RECORDING =
      """
      SELECT CASE WHEN c.answer <> 'YES' THEN 'refused'
        WHEN c.revoked_at IS NOT NULL THEN 'deleted'
        ELSE COALESCE((SELECT CASE r.state WHEN 'RUNNING' THEN 'running' WHEN 'KEPT' THEN 'stopped'
          ELSE 'deleted' END FROM recording r WHERE r.talk = ? ORDER BY r.id DESC LIMIT 1), 'none')
        END
      FROM recording_consent c WHERE c.call_id = ?
      """;

  private static final String HELD =
      """
      SELECT c.name, a.starts_at, b.starts_at, LEAST(a.held_until, b.held_until)
      FROM seat a JOIN seat b ON b.id = ? AND b.held_by = a.held_by
      JOIN centre c ON c.id = a.centre_id
      WHERE a.id = ? AND a.held_by = ? AND a.held_until > ? AND b.held_until > ?
      """;

  private static final String ASKED =
      """
      SELECT c.name, c.shown_name, t.begun_at FROM talk t JOIN account c ON c.id = t.account
      WHERE t.of_talk = ? AND t.ended_at IS NULL ORDER BY t.id
      """;

  private static final String ASKED_ENDED =
      """
      SELECT c.name, c.shown_name, t.asked_end, t.ended_at
      FROM talk t JOIN account c ON c.id = t.account
      WHERE t.id = (SELECT MAX(id) FROM talk WHERE of_talk = ?) AND t.asked_end IS NOT NULL
      """;

  private static final String FIGURES =
      """
      SELECT SUM(begun_at IS NOT NULL),
        CAST(COALESCE(AVG(TIMESTAMPDIFF(SECOND, begun_at, COALESCE(ended_at, ?))), 0)
          AS SIGNED),
        COALESCE(SUM(ending = 'UNANSWERED'), 0),
        COALESCE(SUM(wrap_code IN ('BOOKED', 'MOVED')), 0)
      FROM talk WHERE account = ? AND assigned_at >= ?
      """;

  private final Neighbours neighbours;
  private final Duration wrapUp;
  private final Choices choices;

  @Inject
  DeskView(Neighbours neighbours, Config config) {
    this(neighbours, Interpreters.of(config), WrapUp.of(config));
  }

  DeskView(Neighbours neighbours, Interpreters interpreters, Duration wrapUp) {
    this.neighbours = neighbours;
    this.wrapUp = wrapUp;
    this.choices =
        new Choices(
            Arrays.stream(PauseReason.values()).filter(PauseReason::isChosen).toList(),
            List.of(WrapCode.values()),
            POINTS,
            interpreters.languages());
  }

  private record Words(Set<String> languages, Set<String> skills) {}

  DeskState state(Sql sql, AgentAccount account, Instant now) {
    Optional<Seat> found = new SeatRows(sql, now).of(account.id());
    @Nullable Seat seat = found.orElse(null);
    @Nullable Long talk = seat == null ? null : seat.talk();
    Words words =
        sql.first(
                WORDS,
                row ->
                    new Words(AgentWords.set(row.getString(1)), AgentWords.set(row.getString(2))),
                List.of(account.id()))
            .orElse(new Words(Set.of("de"), Set.of()));
    return new DeskState(
        account.name(),
        account.shownName(),
        seat == null ? null : seat.state(),
        seat == null ? null : seat.since(),
        seat == null ? null : until(seat),
        seat == null ? null : seat.reason(),
        seat != null && seat.pauseNext(),
        seat == null ? null : seat.phone(),
        seat == null
            ? null
            : SeatDesk.reachable(sql, seat.phone()).flatMap(known -> known).orElse(null),
        neighbours.exchange().isPossible(),
        words.languages().stream().sorted().toList(),
        words.skills().stream().sorted().toList(),
        talk == null ? null : call(sql, talk, now),
        figures(sql, account, now),
        choices,
        now);
  }

  private @Nullable Instant until(Seat seat) {
    return seat.state() == SeatState.WRAPPING ? seat.since().plus(wrapUp) : seat.ringUntil();
  }

  private record Facts(
      String note,
      @Nullable String identifiedHow,
      @Nullable Observed observed,
      @Nullable String hold) {}

  private static Call call(Sql sql, long id, Instant now) {
    TalkRow talk = new TalkRows(sql).of(id).orElseThrow();
    Facts facts = sql.first(CALL, DeskView::facts, List.of(id)).orElseThrow();
    Optional<Handover> handover = StoredHandovers.of(sql, talk.callId());
    @Nullable String how = facts.identifiedHow();
    if (how == null && handover.filter(known -> known.person().isPresent()).isPresent()) {
      how = "CODE";
    }
    return new Call(
        id,
        talk.about() != null,
        talk.language(),
        handover.map(Handover::why).orElse(null),
        how != null,
        how,
        talk.assignedAt(),
        talk.begunAt(),
        talk.heldAt(),
        !talk.isLive(),
        facts.note(),
        sql.rows(NOTES, DeskView::earlier, List.of(talk.callId(), id)).reversed(),
        handover.map(Handover::transcript).orElse(List.of()),
        Optional.ofNullable(facts.hold())
            .flatMap(HoldKey::parse)
            .or(() -> handover.flatMap(Handover::hold))
            .flatMap(hold -> held(sql, hold, now))
            .orElse(null),
        sql.first(ASKED, DeskView::asked, List.of(id)).orElse(null),
        sql.first(ASKED_ENDED, DeskView::askedEnded, List.of(id)).orElse(null),
        facts.observed(),
        recording(sql, talk));
  }

  private static String recording(Sql sql, TalkRow talk) {
    long caller = Objects.requireNonNullElse(talk.about(), talk.id());
    return sql.first(RECORDING, row -> row.getString(1), List.of(caller, talk.callId()))
        .orElse("none");
  }

  private static EarlierNote earlier(ResultSet row) throws SQLException {
    return new EarlierNote(row.getString(1), row.getString(2));
  }

  private static Facts facts(ResultSet row) throws SQLException {
    @Nullable String by = row.getString(3);
    return new Facts(
        row.getString(1),
        row.getString(2),
        by == null ? null : new Observed(by, Exchange.Mode.valueOf(row.getString(4))),
        row.getString(5));
  }

  private static Asked asked(ResultSet row) throws SQLException {
    return new Asked(
        row.getString(1), row.getString(2), Objects.requireNonNull(Sql.instant(row, 3)));
  }

  private static AskedEnded askedEnded(ResultSet row) throws SQLException {
    return new AskedEnded(
        row.getString(1),
        row.getString(2),
        AskedEnd.valueOf(row.getString(3)),
        Objects.requireNonNull(Sql.instant(row, 4)));
  }

  private static Optional<HeldSeats> held(Sql sql, HoldKey hold, Instant now) {
    return sql.first(
        HELD,
        row ->
            new HeldSeats(
                row.getString(1),
                Sql.local(row, 2),
                Sql.local(row, 3),
                Objects.requireNonNull(Sql.instant(row, 4))),
        List.of(hold.secondSeat(), hold.firstSeat(), hold.token(), now, now));
  }

  private static Figures figures(Sql sql, AgentAccount account, Instant now) {
    Instant midnight =
        now.atZone(AgentLimits.HESSEN).toLocalDate().atStartOfDay(AgentLimits.HESSEN).toInstant();
    return sql.first(
            FIGURES,
            row -> new Figures(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)),
            List.of(now, account.id(), midnight))
        .orElseThrow();
  }
}
