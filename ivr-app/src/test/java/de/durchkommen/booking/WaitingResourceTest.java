package de.durchkommen.booking;

import static de.durchkommen.booking.Stage.FULDA;
import static de.durchkommen.booking.Stage.KASSEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Page;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import de.durchkommen.booking.WaitingResource.Kept;
import de.durchkommen.booking.WaitingResource.Standing;
import de.durchkommen.booking.WaitingResource.Wanted;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingResourceTest {
  private static final WaitingStage WAITING = new WaitingStage();
  private static final SecurityContext AGENT =
      new SecurityContext() {
        @Override
        public Principal getUserPrincipal() {
          return new ApiClient("desk-4", Role.AGENT);
        }

        @Override
        public boolean isUserInRole(String role) {
          return false;
        }

        @Override
        public boolean isSecure() {
          return true;
        }

        @Override
        public @Nullable String getAuthenticationScheme() {
          return null;
        }
      };

  private final WaitingResource resource = new WaitingResource(WAITING.list, WAITING.desk);

  @AfterAll
  static void close() {
    WAITING.close();
  }

  @BeforeEach
  void clear() {
    WAITING.clear();
    WAITING.stage.people(3);
  }

  /** The status of the problem in whose place there should be an answer. */
  private static int problem(Runnable asked) {
    try {
      asked.run();
    } catch (Problem problem) {
      return problem.status();
    }
    throw new AssertionError("No problem");
  }

  /** The answer to a sign-up for this centre. */
  private Standing signedUp(long person, @Nullable Centre centre) {
    @Nullable String id = centre == null ? null : centre.id();
    Wanted wanted = new Wanted(person, "34117", "0561 12345678", null, id);
    return resource.signUp(AGENT, "request-7", wanted);
  }

  @Test
  void peopleAreSignedUpOnceAndInOrder() {
    assertThat(signedUp(1, null)).isEqualTo(new Standing("WAITING", 0, null));
    assertThat(signedUp(2, KASSEL)).isEqualTo(new Standing("WAITING", 1, null));
    assertThat(signedUp(2, KASSEL)).isEqualTo(new Standing("WAITING", 1, null));
    assertThat(signedUp(3, FULDA)).isEqualTo(new Standing("WAITING", 0, null));
    assertThat(resource.standing(2)).isEqualTo(new Standing("WAITING", 1, null));
    assertThat(resource.standing(3)).isEqualTo(new Standing("WAITING", 0, null));
    assertThat(
            WAITING.stage.rows.rows(
                "SELECT channel, actor, reference FROM waiting_event WHERE person_id = 1"))
        .containsExactly("AGENT desk-4 request-7");
  }

  @Test
  void whatIsKeptIsShownWithItsHoldAndDeclined() {
    WAITING.stage.pair();
    signedUp(1, null);
    WAITING.run().run();
    Kept kept = Objects.requireNonNull(resource.standing(1).offer());
    assertThat(HoldKey.parse(kept.hold())).contains(WAITING.kept(1).hold());
    resource.decline(AGENT, null, 1);
    assertThat(resource.standing(1)).isEqualTo(new Standing("NOT_WAITING", null, null));
    assertThat(problem(() -> resource.decline(AGENT, null, 1))).isEqualTo(404);
    assertThat(problem(() -> resource.leave(AGENT, null, 1))).isEqualTo(404);
  }

  @Test
  void whoIsNotThereOrHasAppointmentsDoesNotWait() {
    WAITING.stage.pair();
    Stage.booked(WAITING.desk, 1, Stage.offered(WAITING.desk, Stage.anywhere()));
    assertThat(problem(() -> signedUp(1, null))).isEqualTo(409);
    assertThat(problem(() -> signedUp(99, null))).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    ", 34117, 056112345678, de, , person",
    "1, 3411, 056112345678, de, , postcode",
    "1, 34117, 09001234567, de, , phone",
    "1, 34117, , de, , phone",
    "1, 34117, 056112345678, DE, , language",
    "1, 34117, 056112345678, de, nowhere, centre"
  })
  void whatIsWrongIsNamedWithoutItsValue(
      @Nullable Long person,
      String postcode,
      @Nullable String phone,
      String language,
      @Nullable String centre,
      String named) {
    Wanted wanted = new Wanted(person, postcode, phone, language, centre);
    assertThatThrownBy(() -> resource.signUp(AGENT, null, wanted))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(400);
              assertThat(problem.detail()).startsWith(named).doesNotContain("0900");
            });
  }

  @Test
  void theListComesInPages() {
    signedUp(1, null);
    signedUp(2, null);
    signedUp(3, null);
    Page<WaitingListing.Line> first = resource.all(0, 2);
    assertThat(first.items()).extracting(WaitingListing.Line::person).containsExactly(1L, 2L);
    String next = Objects.requireNonNull(first.next());
    Page<WaitingListing.Line> second = resource.all(Long.parseLong(next), 2);
    assertThat(second.items()).extracting(WaitingListing.Line::person).containsExactly(3L);
    assertThat(second.next()).isNull();
    assertThat(problem(() -> resource.all(0, 0))).isEqualTo(400);
    assertThat(problem(() -> resource.all(0, Page.MOST + 1))).isEqualTo(400);
  }
}
