package de.durchkommen.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.agent.AgentPhoneResource.Wanted;
import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import de.durchkommen.database.TestClock;
import de.durchkommen.database.TestDatabase;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Random;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

class AgentPhoneResourceTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

  private final AgentPhoneResource resource =
      new AgentPhoneResource(DATABASE.patient(), new TestClock(NOON), new Random(7));

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void clear() {
    DATABASE.execute("DELETE FROM agent_phone");
    DATABASE.execute("DELETE FROM ps_endpoints");
    DATABASE.execute("TRUNCATE audit_event");
  }

  private static SecurityContext caller() {
    SecurityContext caller = Mockito.mock();
    Mockito.when(caller.getUserPrincipal()).thenReturn(new ApiClient("leitstand", Role.SUPERVISOR));
    return caller;
  }

  private boolean added(String name) {
    AgentPhones<RuntimeException> phones = new AgentPhones<>(PhoneTables.in(DATABASE), NOON);
    return phones.add(name, new PhonePassword("secret"), false);
  }

  @Test
  void aPhoneIsThereAsAWholeAndGoneAsAWhole() {
    assertThat(added("platz-7")).isTrue();
    assertThat(DATABASE.rows("SELECT id, aors, auth, context, acl FROM ps_endpoints"))
        .containsExactly("agent-platz-7 agent-platz-7 agent-platz-7 agents agents");
    assertThat(DATABASE.rows("SELECT id, username, realm, password_digest FROM ps_auths"))
        .containsExactly(
            "agent-platz-7 agent-platz-7 durchkommen "
                + new PhonePassword("secret").digest("agent-platz-7"));
    assertThat(DATABASE.rows("SELECT id, max_contacts, remove_existing FROM ps_aors"))
        .containsExactly("agent-platz-7 1 yes");

    resource.remove("platz-7", caller());
    for (String table : new String[] {"ps_endpoints", "ps_auths", "ps_aors"}) {
      assertThat(DATABASE.rows("SELECT id FROM " + table)).as(table).isEmpty();
    }
    assertThat(DATABASE.rows("SELECT name FROM agent_phone WHERE removed_at IS NOT NULL"))
        .containsExactly("platz-7");
  }

  @Test
  void aPhoneCanBeHeldToTlsAndSrtp() {
    added("platz-7");
    resource.add(new AgentPhoneResource.Wanted("safe", true), caller());
    assertThat(
            DATABASE.rows(
                "SELECT id, transport, media_encryption, media_encryption_optimistic"
                    + " FROM ps_endpoints ORDER BY id"))
        .containsExactly(
            "agent-platz-7 transport-udp sdes yes", "agent-safe transport-tls sdes no");
  }

  @Test
  void thePasswordIsInTheAnswerAndNowhereElse() {
    var answer = resource.add(new AgentPhoneResource.Wanted("a", null), caller());
    assertThat(answer.getStatus()).isEqualTo(201);
    assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.getEntity())
        .asInstanceOf(InstanceOfAssertFactories.type(AgentPhoneResource.Access.class))
        .satisfies(access -> {
          assertThat(access.user()).isEqualTo("agent-a");
          assertThat(access.toString()).doesNotContain(access.password());
          assertThat(DATABASE.rows("SELECT password_digest FROM ps_auths"))
              .containsExactly(new PhonePassword(access.password()).digest("agent-a"));
        });
  }

  @Test
  void isListedInPagesAndWrittenDown() {
    added("b");
    added("a");
    added("c");
    resource.remove("b", caller());
    assertThat(resource.phones("", 1).items())
        .containsExactly(new AgentPhone("a", "agent-a", NOON));
    assertThat(resource.phones("", 1).next()).isEqualTo("a");
    assertThat(resource.phones("a", 5).items()).extracting(AgentPhone::name).containsExactly("c");
    assertThat(DATABASE.rows("SELECT channel, actor, action, subject FROM audit_event"))
        .containsExactly("API leitstand AGENT_PHONE_REMOVED b");
  }

  @Test
  void aNameThatIsTakenOrUnknownIsToldAndNotWrittenDown() {
    added("a");
    assertThatThrownBy(() -> resource.add(new Wanted("a", null), caller()))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
    assertThatThrownBy(() -> resource.remove("b", caller()))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
    assertThat(DATABASE.rows("SELECT * FROM audit_event")).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "A", "a b", "a_b", "ä", "abcdefghijabcdefghijabcdefghija"})
  void whatIsNoNameIsRefused(@Nullable String name) {
    assertThatThrownBy(() -> resource.add(new Wanted(name, null), caller()))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
  }
}
