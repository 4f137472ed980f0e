package de.durchkommen.api;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.api.Admission.Admitted;
import de.durchkommen.api.Admission.Refused;
import de.durchkommen.database.Database;
import de.durchkommen.database.TestClock;
import de.durchkommen.database.TestDatabase;
import de.durchkommen.database.Together;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownClientsTest {
  private static final TestDatabase ROWS = TestDatabase.fresh();

  private final TestClock clock = new TestClock(Instant.parse("2026-12-01T11:00:00Z"));
  private final AtomicInteger questions = new AtomicInteger();
  private volatile boolean gone;
  private final Database database = new Database(this::asked);
  private final KnownClients clients = new KnownClients(database, clock);
  private ApiKey portal = new ApiKey("", "");

  @AfterAll
  static void close() {
    ROWS.close();
  }

  @BeforeEach
  void clear() {
    ROWS.execute("DELETE FROM api_client");
    portal = Clients.added(ROWS, "portal", Role.BOOKING, 3);
  }

  private <T> T asked(Function<EntityManager, T> work) {
    questions.incrementAndGet();
    if (gone) {
      throw new PersistenceException();
    }
    return ROWS.transactions().run(work);
  }

  @Test
  void knowsWhoseKeyItIs() {
    ApiKey desk = Clients.added(ROWS, "desk", Role.AGENT, 8);
    assertThat(clients.admission(portal))
        .isEqualTo(new Admitted(new ApiClient("portal", Role.BOOKING), 3));
    assertThat(clients.admission(desk))
        .isEqualTo(new Admitted(new ApiClient("desk", Role.AGENT), 8));
  }

  @Test
  void unknownClientsAndWrongSecretsGetTheSameAnswer() {
    ApiKey desk = Clients.added(ROWS, "desk", Role.AGENT, 8);
    assertThat(clients.admission(new ApiKey("nobody", portal.secret()))).isEqualTo(new Refused());
    assertThat(clients.admission(new ApiKey("portal", desk.secret()))).isEqualTo(new Refused());
    assertThat(clients.admission(new ApiKey("portal", ""))).isEqualTo(new Refused());
  }

  @ParameterizedTest
  @CsvSource({"PT1.999S, true", "PT2S, false"})
  void aRevokedKeyIsOutWhenClientsAreReadAgain(Duration later, boolean in) {
    assertThat(clients.admission(portal)).isInstanceOf(Admitted.class);
    ROWS.execute("UPDATE api_client SET revoked_at = '2026-12-01'");
    clock.pass(later);
    assertThat(clients.admission(portal)).isInstanceOf(in ? Admitted.class : Refused.class);
  }

  @ParameterizedTest
  @CsvSource({"PT4.999S, true", "PT5S, false"})
  void anOutageOfSecondsIsBridged(Duration later, boolean in) {
    assertThat(clients.admission(portal)).isInstanceOf(Admitted.class);
    gone = true;
    clock.pass(later);
    assertThat(clients.admission(portal))
        .isInstanceOf(in ? Admitted.class : Admission.Unknown.class);
    gone = false;
    clock.pass(Duration.ofSeconds(2));
    assertThat(clients.admission(portal)).isInstanceOf(Admitted.class);
  }

  @Test
  void guessesDoNotReachTheDatabase() {
    Together.run(64, i -> clients.admission(new ApiKey("guess" + i, portal.secret())));
    assertThat(questions).hasValue(1);
  }

  @Test
  void manyWhoAskDuringAnOutageWaitForOneQuestion() {
    gone = true;
    assertThat(Together.run(16, i -> clients.admission(portal)))
        .allMatch(Admission.Unknown.class::isInstance);
    assertThat(questions).hasValue(1);
  }
}
