package de.durchkommen.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.database.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database lets nothing in that would let a telephone do more than an agent's may. */
class PhoneConstraintsTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void onePhone() {
    DATABASE.execute("DELETE FROM agent_phone");
    DATABASE.execute("DELETE FROM ps_endpoints");
    new AgentPhones<>(PhoneTables.in(DATABASE), Instant.EPOCH)
        .add("a", new PhonePassword("x"), false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "agent_phone SET name = 'A'",
        "agent_phone SET name = ''",
        "agent_phone SET name = REPEAT('a', 31)",
        "ps_endpoints SET id = 'caller', aors = id, auth = id",
        "ps_endpoints SET aors = 'person'",
        "ps_endpoints SET auth = 'agent-b'",
        "ps_endpoints SET context = 'incoming'",
        "ps_endpoints SET acl = 'everybody'",
        "ps_endpoints SET transport = 'transport-tcp'",
        "ps_endpoints SET transport = 'transport-tls'",
        "ps_endpoints SET media_encryption = 'no'",
        "ps_endpoints SET identify_by = 'username,ip'",
        "ps_endpoints SET allow_transfer = 'yes'",
        "ps_endpoints SET allow_subscribe = 'yes'",
        "ps_endpoints SET direct_media = 'yes'",
        "ps_endpoints SET rtp_timeout = 0",
        "ps_endpoints SET rtp_timeout_hold = 601",
        "ps_endpoints SET device_state_busy_at = 2",
        "ps_auths SET password_digest = 'secret'",
        "ps_auths SET password_digest = 'MD5:0'",
        "ps_auths SET username = 'agent-b'",
        "ps_auths SET realm = 'asterisk'",
        "ps_auths SET auth_type = 'userpass'",
        "ps_auths SET id = 'agent-b', username = id",
        "ps_aors SET max_contacts = 2",
        "ps_aors SET remove_existing = 'no'",
        "ps_aors SET qualify_frequency = 0",
        "ps_aors SET maximum_expiration = 86400",
        "ps_aors SET default_expiration = 20",
        "ps_aors SET id = 'person'"
      })
  void isRefused(String change) {
    assertThatThrownBy(() -> DATABASE.execute("UPDATE " + change))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "agent_phone SET name = REPEAT('a', 30)",
        "ps_endpoints SET allow = 'alaw'",
        "ps_endpoints SET rtp_timeout = 600",
        "ps_endpoints SET transport = 'transport-tls', media_encryption_optimistic = 'no'",
        "ps_auths SET password_digest = CONCAT('MD5:', REPEAT('0', 32))",
        "ps_aors SET qualify_frequency = 60"
      })
  void whatMayBeIsNotRefused(String change) {
    assertThatCode(() -> DATABASE.execute("UPDATE " + change)).doesNotThrowAnyException();
  }

  @Test
  void aNameIsThereOnceAtATime() {
    String again = "INSERT INTO agent_phone (name, created_at) VALUES ('a', '2021-01-12')";
    assertThatThrownBy(() -> DATABASE.execute(again)).isInstanceOf(IllegalStateException.class);
    DATABASE.execute("UPDATE agent_phone SET removed_at = '2021-01-12'");
    DATABASE.execute(again);
    DATABASE.execute("UPDATE agent_phone SET removed_at = '2021-01-13' WHERE removed_at IS NULL");
    assertThat(DATABASE.rows("SELECT COUNT(*) FROM agent_phone")).containsExactly("2");
  }

  @Test
  void noColumnTakesAPassword() {
    assertThat(
            DATABASE.rows(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE()"
                    + " AND table_name = 'ps_auths' ORDER BY ordinal_position"))
        .containsExactly("id", "auth_type", "username", "realm", "password_digest");
  }
}
