package de.durchkommen.queue;

import static de.durchkommen.queue.QueueStage.OTHER;
import static de.durchkommen.queue.QueueStage.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.api.ApiClient;
import de.durchkommen.api.RestStage;
import de.durchkommen.api.RestStage.Answer;
import de.durchkommen.api.Role;
import java.security.MessageDigest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Answers;
import org.mockito.Mockito;

/** The waiting room as clients see it, in JSON, with a running room behind it. */
class QueueResourceTest {
  private static final ApiClient AGENT = new ApiClient("desk-1", Role.AGENT);
  private static final ApiClient SUPERVISOR = new ApiClient("leitstand", Role.SUPERVISOR);
  private static final ApiClient PORTAL = new ApiClient("portal", Role.BOOKING);

  @RegisterExtension private static final QueueStage stage = new QueueStage();
  private QueueMetrics metrics;
  private RestStage rest;
  private Room node;

  @BeforeEach
  void clear() {
    MetricRegistry registry = Mockito.mock(Answers.RETURNS_MOCKS);
    var people = new PeopleMetrics(registry, stage.clock, Duration.ofMinutes(2));
    metrics = new QueueMetrics(registry, stage.clock, Duration.ofMinutes(2));
    stage.journal = metrics;
    rest =
        new RestStage(
            stage.database().patient(),
            stage.clock,
            new QueueResource(stage.database().patient(), metrics, people, stage.clock));
    node = stage.node("one");
  }

  private Answer get(ApiClient client, String path) {
    return rest.get(client, "/api/v1/queue" + path);
  }

  private static List<@Nullable Object> each(Answer page, String member) {
    assertThat(page.status()).as(page.body()).isEqualTo(200);
    List<@Nullable Object> found = new ArrayList<>();
    for (Object item : (List<?>) Objects.requireNonNull(page.member("items"))) {
      found.add(((Map<?, ?>) item).get(member));
    }
    return found;
  }

  private static String text(Answer answer, String member) {
    return String.valueOf(answer.member(member));
  }

  private Answer ended(long ticket) {
    return rest.send(
        SUPERVISOR, "DELETE", "/api/v1/queue/tickets/" + ticket + "?why=Doppelt", null, Map.of());
  }

  @Test
  void beforeTheFirstRoundNobodyCanTell() {
    assertThat(get(AGENT, "").status()).isEqualTo(503);
  }

  @Test
  void theStateTellsWhoIsWhere() {
    node.enters(stage.nobody());
    node.enters(stage.nobody());
    node.enters(stage.nobody());
    Stay called = node.enters(stage.from(OTHER));
    Stay cut = node.enters(stage.from(PHONE));
    stage.rounds(node);
    cut.close();
    wished(called);
    stage.pass(Duration.ofSeconds(60), node);
    Answer state = get(AGENT, "");
    assertThat(state.status()).as(state.body()).isEqualTo(200);
    assertThat(text(state, "phase")).isEqualTo("OPEN");
    assertThat(state.member("opens")).isNull();
    assertThat(text(state, "waiting")).isEqualTo("{de=1}");
    assertThat(List.of("dialogues", "limit", "set", "absent", "callbacks", "ringing"))
        .extracting(member -> text(state, member))
        .containsExactly("2", "2", "2", "1", "1", "0");
    assertThat(Integer.parseInt(text(state, "oldestSeconds"))).isBetween(60, 70);
    assertThat(text(state, "next")).contains("Minutes");
    assertThat(state.body()).doesNotContain(PHONE.e164()).doesNotContain(OTHER.e164());
  }

  private void wished(Stay stay) {
    Thread caller = Thread.ofVirtual().start(() -> stay.callBack(OTHER));
    while (caller.isAlive()) {
      node.round();
      Thread.onSpinWait();
    }
  }

  @Test
  void whileItIsClosedTheStateTellsWhenItOpens() {
    stage.settings =
        QueueStage.with(
            2,
            QueueSettings.Order.ARRIVAL,
            QueueSettings.ClosingRule.SERVE,
            new OpeningHours(
                Map.of(DayOfWeek.WEDNESDAY, List.of(new OpeningHours.Span(480, 1_200))), Map.of()));
    stage.rounds(node);
    Answer state = get(AGENT, "");
    assertThat(text(state, "phase")).isEqualTo("SHUT");
    assertThat(text(state, "opens")).isEqualTo("2021-01-13T07:00:00Z");
    assertThat(state.member("oldestSeconds")).isNull();
  }

  @Test
  void ticketsComeInTheirOrderAndInPagesAndWithoutNumbers() {
    node.enters(stage.from(PHONE));
    node.enters(stage.nobody());
    node.enters(new Arrival("urgent", Optional.empty(), "tr", Arrival.OFFERED));
    stage.rounds(node);
    Answer first = get(SUPERVISOR, "/tickets?size=2");
    assertThat(each(first, "language")).containsExactly("tr", "de");
    assertThat(first.body()).doesNotContain(PHONE.e164());
    Answer second = get(SUPERVISOR, "/tickets?size=2&after=" + first.member("next"));
    assertThat(each(second, "phase")).hasSize(1);
    assertThat(second.member("next")).isNull();
    assertThat(each(get(SUPERVISOR, "/tickets"), "phase"))
        .containsExactly("DIALOGUE", "DIALOGUE", "LINE");
  }

  @ParameterizedTest
  @CsvSource({
    "/tickets?after=x, 400",
    "/tickets?after=5, 400",
    "/tickets?size=0, 400",
    "/tickets?size=501, 400",
    "/draws/99/lots, 404"
  })
  void whatCannotBeIsNoServerError(String path, int status) {
    assertThat(get(SUPERVISOR, path).status()).isEqualTo(status);
  }

  @Test
  void rolesHaveTheirDoors() {
    stage.rounds(node);
    assertThat(get(PORTAL, "").status()).isEqualTo(403);
    assertThat(get(AGENT, "/tickets").status()).isEqualTo(403);
    assertThat(get(PORTAL, "/draws").status()).isEqualTo(200);
  }

  @Test
  void onlyWhoIsNotOnTheLineIsTakenOut() {
    Stay stay = node.enters(stage.from(PHONE));
    stage.rounds(node);
    long ticket = Long.parseLong(stage.rows("SELECT MAX(id) FROM queue_ticket").getFirst());
    Answer refused = ended(ticket);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("on-the-line");
    stay.close();
    stage.rounds(node);
    assertThat(ended(ticket).status()).isEqualTo(204);
    assertThat(ended(ticket).status()).isEqualTo(404);
    assertThat(stage.tickets()).containsExactly(ticket + " ENDED NONE LEFT");
    assertThat(
            stage.rows("SELECT actor, action, subject FROM audit_event ORDER BY id DESC LIMIT 1"))
        .containsExactly("leitstand QUEUE_TICKET_ENDED " + ticket + ": Doppelt");
  }

  @Test
  void aDrawCanBeCheckedByAnybody() throws Exception {
    stage.settings =
        QueueStage.with(
            1,
            QueueSettings.Order.DRAW,
            QueueSettings.ClosingRule.SERVE,
            new OpeningHours(
                Map.of(DayOfWeek.WEDNESDAY, List.of(new OpeningHours.Span(480, 1_200))), Map.of()));
    stage.clock.set(Instant.parse("2021-01-13T06:45:00Z"));
    for (int i = 0; i < 12; i++) {
      node.enters(stage.nobody());
    }
    stage.rounds(node);
    Answer before = get(PORTAL, "/draws");
    String commitment = String.valueOf(each(before, "commitment").getFirst());
    assertThat(each(before, "seed")).containsOnlyNulls();
    assertThat(each(before, "drawn")).containsOnlyNulls();
    stage.clock.set(Instant.parse("2021-01-13T07:00:00Z"));
    stage.rounds(node);
    Answer after = get(PORTAL, "/draws");
    byte[] seed = HexFormat.of().parseHex(String.valueOf(each(after, "seed").getFirst()));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(seed);
    assertThat(each(after, "commitment")).containsExactly(commitment);
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(commitment);
    String draw = stage.rows("SELECT id FROM queue_draw").getFirst();
    List<Long> lots = lots(draw);
    assertThat(lots).hasSize(12).isEqualTo(Draw.order(seed, lots));
    assertThat(lots)
        .extracting(String::valueOf)
        .isEqualTo(stage.rows("SELECT id FROM queue_ticket ORDER BY place"));
  }

  private List<Long> lots(String draw) {
    Answer first = get(PORTAL, "/draws/" + draw + "/lots?size=7");
    Answer second = get(PORTAL, "/draws/" + draw + "/lots?size=7&after=" + first.member("next"));
    List<Long> lots = new ArrayList<>();
    for (Answer page : List.of(first, second)) {
      each(page, "ticket").forEach(ticket -> lots.add(Long.valueOf(String.valueOf(ticket))));
    }
    assertThat(second.member("next")).isNull();
    return lots;
  }
}
