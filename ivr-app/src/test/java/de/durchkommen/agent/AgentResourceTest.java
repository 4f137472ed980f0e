package de.durchkommen.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.durchkommen.agent.AgentResource.Able;
import de.durchkommen.agent.AgentResource.Forced;
import de.durchkommen.agent.AgentResource.Listening;
import de.durchkommen.agent.Exchange.Outcome;
import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.Mockito;

class AgentResourceTest {
  @RegisterExtension private static final AgentStage stage = new AgentStage();

  private final AgentResource agents =
      new AgentResource(
          new AgentDesk(
              new DeskSql(stage.rows.patient(), stage.clock, stage.neighbours), stage.neighbours));

  private static SecurityContext caller() {
    SecurityContext caller = Mockito.mock();
    Mockito.when(caller.getUserPrincipal()).thenReturn(new ApiClient("@leitung", Role.SUPERVISOR));
    return caller;
  }

  private static void refused(ThrowingCallable work, int status) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(status));
  }

  private static List<String> audit() {
    return stage.rows.rows("SELECT actor, action, subject FROM audit_event ORDER BY id");
  }

  @Test
  void tellsWhatAgentsHaveDoneToday() {
    stage.ready(1, 2);
    stage.talking(1, "call-1");
    stage.given(2, "call-2");
    stage.clock.pass(Duration.ofSeconds(40));
    assertThat(agents.today().items())
        .containsExactly(new AgentDay("anna", 1, 40, 0, 0, 0), new AgentDay("bert", 0, 0, 0, 0, 0));
    stage.clock.pass(Duration.ofDays(1));
    assertThat(agents.today().items()).isEmpty();
  }

  @Test
  void saysWhatAgentsAreAbleToDo() {
    stage.ready(1);
    agents.able("anna", new Able(List.of("tr", "de"), List.of("recht")), "r", caller());
    agents.able("anna", new Able(List.of("tr", "de", "tr"), null), "r", caller());
    assertThat(agents.list("", 2).items())
        .extracting(AgentDesk.Told::name, AgentDesk.Told::languages, AgentDesk.Told::state)
        .containsExactly(
            tuple("anna", List.of("de", "tr"), SeatState.READY),
            tuple("bert", List.of("de"), null));
    assertThat(agents.list("", 2).next()).isEqualTo("bert");
    assertThat(agents.list("ä'", 2).items()).isEmpty();
    assertThat(audit())
        .containsExactly(
            "@leitung AGENT_IS_ABLE anna: de,tr; recht", "@leitung AGENT_IS_ABLE anna: de,tr; ");
  }

  @Test
  void whatCannotBeIsRefused() {
    refused(() -> agents.able("nobody", new Able(List.of("de"), null), null, caller()), 404);
    refused(() -> agents.able("ä", new Able(List.of("de"), null), null, caller()), 404);
    refused(() -> agents.able("anna", null, null, caller()), 400);
    refused(() -> agents.able("anna", new Able(List.of(), null), null, caller()), 400);
    refused(() -> agents.able("anna", new Able(List.of("deu"), null), null, caller()), 400);
    refused(
        () -> agents.able("anna", new Able(Arrays.asList("de", null), null), null, caller()), 400);
    refused(
        () -> agents.able("anna", new Able(List.of("de"), List.of("a,b")), null, caller()), 400);
    refused(() -> agents.pause("anna", new Forced(" "), null, caller()), 400);
    refused(() -> agents.pause("anna", new Forced("x"), null, caller()), 409);
    refused(() -> agents.observe("anna", new Listening("a", "PEEK"), null, caller()), 400);
    refused(() -> agents.observe("anna", new Listening("A", "LISTEN"), null, caller()), 400);
    refused(() -> agents.observe("anna", new Listening("z", "LISTEN"), null, caller()), 404);
    assertThat(audit()).isEmpty();
  }

  @Test
  void pausesAnAgentAndSaysWhy() {
    stage.ready(1, 2);
    stage.talking(2, "call-2");
    agents.pause("anna", new Forced("nicht am Platz"), null, caller());
    agents.pause("bert", new Forced("Schulung"), null, caller());
    assertThat(stage.seat(1)).isEqualTo("PAUSED FORCED READY");
    assertThat(stage.seat(2)).isEqualTo("TALKING FORCED PAUSED");
    assertThat(audit())
        .containsExactly(
            "@leitung AGENT_PAUSED anna: nicht am Platz", "@leitung AGENT_PAUSED bert: Schulung");
  }

  @Test
  void listensInAndTheAgentSeesIt() {
    stage.ready(1);
    refused(() -> agents.observe("anna", new Listening("b", "LISTEN"), null, caller()), 409);
    long talk = stage.talking(1, "call-1");
    refused(() -> agents.observe("anna", new Listening("a", "LISTEN"), null, caller()), 409);
    agents.observe("anna", new Listening("b", "WHISPER"), null, caller());
    assertThat(stage.exchange.asked).containsExactly("observed " + talk + " agent-b WHISPER");
    assertThat(stage.rows.rows("SELECT observer, observed_as FROM talk"))
        .containsExactly("@leitung WHISPER");
    refused(() -> agents.observe("anna", new Listening("c", "JOIN"), null, caller()), 409);
    assertThat(stage.rows.rows("SELECT observer, observed_as FROM talk"))
        .as("one at a time, whose sign stays")
        .containsExactly("@leitung WHISPER");
    stage.changed.clear();
    stage.talks.observerLeft(talk);
    stage.news();
    assertThat(stage.rows.rows("SELECT observer FROM talk")).containsExactly("null");
    assertThat(stage.changed).containsExactly(1L);
    stage.exchange.outcome = Outcome.NOT_THERE;
    refused(() -> agents.observe("anna", new Listening("c", "JOIN"), null, caller()), 409);
    assertThat(stage.rows.rows("SELECT observer FROM talk")).containsExactly("null");
    assertThat(audit())
        .containsExactly("@leitung TALK_OBSERVED_WHISPER anna", "@leitung TALK_OBSERVED_JOIN anna");
  }
}
