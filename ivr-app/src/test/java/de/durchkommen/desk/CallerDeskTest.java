package de.durchkommen.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.agent.AgentStage;
import de.durchkommen.agent.CallerAtHand;
import de.durchkommen.agent.Handover;
import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.Holds;
import de.durchkommen.booking.OfferOutcome;
import de.durchkommen.booking.SeatDesk;
import de.durchkommen.booking.WaitingLists;
import de.durchkommen.database.Database;
import de.durchkommen.desk.CallerResource.Said;
import de.durchkommen.desk.WaitingForCallerResource.Wanted;
import de.durchkommen.identity.InvitationCode;
import de.durchkommen.portal.Identification;
import de.durchkommen.portal.PortalParts;
import de.durchkommen.portal.WishForm;
import de.durchkommen.portal.Wishes;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.Mockito;

/** What an agent does for the caller on the line, on a real database. */
class CallerDeskTest {
  @RegisterExtension private static final AgentStage stage = new AgentStage();

  private static final String CODE = InvitationCode.withCheckDigit("572400001").digits();

  private static final WishForm WISH =
      new WishForm("34117", null, null, null, null, null, null, null);

  private static final SecurityContext ANNA = as("@anna");
  private static final SecurityContext BERT = as("@bert");

  private final Database database = stage.rows.patient();

  private final BookingDesk booking =
      new SeatDesk(database, Holds.LEFT_TO_RUN_OUT, stage.clock, new Random());

  private final Wishes wishes = PortalParts.wishes(booking, database, stage.clock);

  private final Identification identification = PortalParts.identification(database, stage.clock);

  private final CallerAtHand callers = stage.callers();

  private final CallerResource caller =
      new CallerResource(
          callers,
          identification,
          new Questions(callers, identification, stage.clock),
          booking,
          new Letters(database),
          stage.clock);

  private final OnBehalf behalf = new OnBehalf(callers, stage.clock);

  private final OnBehalfResource appointments =
      new OnBehalfResource(callers, wishes, booking, behalf);

  private final WaitingForCallerResource waiting =
      new WaitingForCallerResource(
          callers, new Letters(database), WaitingLists.of(database, stage.clock), booking, behalf);

  private static SecurityContext as(String name) {
    SecurityContext context = Mockito.mock();
    Mockito.when(context.getUserPrincipal()).thenReturn(new ApiClient(name, Role.AGENT));
    return context;
  }

  @BeforeEach
  void rows() {
    for (String table : List.of("seat", "centre", "code_attempt", "question_attempt")) {
      stage.rows.execute("DELETE FROM " + table);
    }
    stage.rows.execute("TRUNCATE appointment_event");
    stage.rows.execute(
        "INSERT INTO centre (id, name, postcode, lat, lon)"
            + " VALUES ('kassel', 'Kassel', '34117', 51.3127, 9.4797)");
    stage.rows.execute(
        """
        INSERT INTO person (id, code, birth_date, name, postcode) VALUES
          (41, '%s', '1930-02-03', 'Jürgen Müller', '34117'),
          (42, '1000000000', '1931-02-03', 'Meier, Erna', '34117'),
          (43, '1000000001', '1932-02-03', 'Ida Braun', '34117'),
          (44, '1000000002', '1932-02-03', 'Ida Braun', '34117'),
          (45, '1000000003', '1933-02-03', NULL, '34117')
        """
            .formatted(CODE));
    for (int day = 10; day < 13; day++) {
      stage.rows.execute(
          """
          INSERT INTO seat (centre_id, vaccine_id, starts_at, dose, lane) VALUES
            ('kassel', 'comirnaty', '2026-12-%1$dT09:30', 1, 1),
            ('kassel', 'comirnaty', DATE_ADD('2026-12-%1$dT09:30', INTERVAL 21 DAY), 2, 1)
          """
              .formatted(day));
    }
  }

  private static Said questions(String name, String birthDate, String postcode) {
    return new Said(null, birthDate, name, postcode);
  }

  private static void refused(ThrowingCallable work, int status, String slug) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.slug()).isEqualTo(slug);
              assertThat(problem.status()).isEqualTo(status);
            });
  }

  private static List<String> audit() {
    return stage.rows.rows("SELECT action, subject FROM audit_event ORDER BY id");
  }

  @Test
  void outsideOfATalkNothingIsShownOrDone() {
    stage.ready(1);
    List<ThrowingCallable> all =
        List.of(
            () -> caller.told(ANNA, null),
            () -> caller.identified(ANNA, null, new Said(CODE, "1930-02-03", null, null)),
            () -> caller.identified(ANNA, null, questions("x y", "1930-02-03", "34117")),
            () -> appointments.search(ANNA, WISH),
            () -> appointments.hold(ANNA, "k", WISH),
            () -> appointments.release(ANNA),
            () -> appointments.book(ANNA, null, "k"),
            () -> appointments.move(ANNA, null, "k"),
            () -> appointments.cancel(ANNA, null, "k"));
    all.forEach(work -> refused(work, 409, "no-talk"));
    long talk = stage.given(1, "call-1");
    refused(all.getFirst(), 409, "caller-unknown");
    all.subList(1, all.size()).forEach(work -> refused(work, 409, "no-talk"));
    stage.talking(1, "call-1", talk);
    refused(() -> appointments.book(ANNA, null, "k"), 409, "caller-unknown");
    refused(() -> appointments.book(BERT, null, "k"), 409, "no-talk");
    assertThat(audit()).isEmpty();
    assertThat(stage.rows.rows("SELECT id FROM seat WHERE held_by IS NOT NULL")).isEmpty();
  }

  @Test
  void whoProvedWhoTheyAreIsShownWhileItRings() {
    stage
        .handovers()
        .wrote(
            new Handover(
                "call-1",
                Handover.Why.ASKED,
                OptionalLong.of(41),
                "de",
                Optional.empty(),
                List.of()));
    stage.ready(1);
    long talk = stage.given(1, "call-1");
    assertThat(caller.told(ANNA, "r-1"))
        .isEqualTo(
            new CallerResource.Told(
                "Jürgen Müller", LocalDate.of(1930, 2, 3), "34117", "de", null));
    assertThat(audit()).containsExactly("CALLER_SHOWN talk " + talk);
  }

  @Test
  void aCodeShowsWhoItIsAndWrongOnesAreCounted() {
    stage.ready(1);
    stage.talking(1, "call-1");
    refused(
        () -> caller.identified(ANNA, null, new Said(CODE, "1931-02-03", null, null)),
        403,
        "no-match");
    assertThat(stage.rows.rows("SELECT wrong_tries FROM code_attempt")).containsExactly("1");
    assertThat(caller.identified(ANNA, null, new Said(CODE, "1930-02-03", null, null)).name())
        .isEqualTo("Jürgen Müller");
    assertThat(stage.rows.rows("SELECT person, identified_how FROM talk"))
        .containsExactly("41 CODE");
  }

  @Test
  void questionsShowWhoItIs() {
    stage.ready(1);
    stage.talking(1, "call-1");
    assertThat(
            caller
                .identified(ANNA, null, questions("juergen  MÜLLER ", "1930-02-03", "34117"))
                .postcode())
        .isEqualTo("34117");
    assertThat(stage.rows.rows("SELECT person, identified_how FROM talk"))
        .containsExactly("41 QUESTIONS");
    assertThat(
            caller
                .identified(ANNA, null, questions("Erna Meier", "1931-02-03", "34117"))
                .birthDate())
        .isEqualTo(LocalDate.of(1931, 2, 3));
    assertThat(stage.rows.rows("SELECT action FROM audit_event ORDER BY id"))
        .containsExactly(
            "CALLER_IDENTIFIED_BY_QUESTIONS",
            "CALLER_SHOWN",
            "CALLER_IDENTIFIED_BY_QUESTIONS",
            "CALLER_SHOWN");
  }

  @Test
  void whoCannotBeToldApartIsNobody() {
    stage.ready(1);
    stage.talking(1, "call-1");
    for (Said said :
        List.of(
            questions("Ida Braun", "1932-02-03", "34117"),
            questions("Jürgen Müller", "1930-02-03", "34119"),
            questions("Jürgen Müller", "1930-02-04", "34117"),
            questions("%", "1930-02-03", "34117".repeat(1)))) {
      assertThatThrownBy(() -> caller.identified(ANNA, null, said)).isInstanceOf(Problem.class);
    }
    assertThat(stage.rows.rows("SELECT COUNT(*) FROM talk WHERE person IS NOT NULL"))
        .containsExactly("0");
  }

  @Test
  void fiveWrongAnswersLockTheCallAndTwentyTheAgent() {
    stage.ready(1, 2);
    long talk = stage.talking(1, "call-1");
    Said wrong = questions("Jürgen Maier", "1930-02-03", "34117");
    Said right = questions("Jürgen Müller", "1930-02-03", "34117");
    for (int tries = 1; tries < 5; tries++) {
      refused(() -> caller.identified(ANNA, null, wrong), 403, "no-match");
    }
    refused(() -> caller.identified(ANNA, null, wrong), 423, "locked");
    refused(() -> caller.identified(ANNA, null, right), 423, "locked");
    for (int call = 2; call <= 4; call++) {
      stage.callerLeft(talk);
      stage.again(1);
      talk = stage.talking(1, "call-" + call);
      for (int tries = 1; tries <= 5; tries++) {
        assertThatThrownBy(() -> caller.identified(ANNA, null, wrong)).isInstanceOf(Problem.class);
      }
    }
    stage.callerLeft(talk);
    stage.again(1);
    stage.talking(1, "call-9");
    refused(() -> caller.identified(ANNA, null, right), 423, "locked");
    stage.talking(2, "call-10");
    assertThat(caller.identified(BERT, null, right).name()).isEqualTo("Jürgen Müller");
    stage.clock.pass(Duration.ofHours(1));
    assertThat(caller.identified(ANNA, null, right).name()).isEqualTo("Jürgen Müller");
  }

  private void known() {
    stage.ready(1);
    stage.talking(1, "call-1");
    caller.identified(ANNA, null, new Said(CODE, "1930-02-03", null, null));
  }

  @Test
  void booksMovesAndCancelsForTheCaller() {
    known();
    assertThat(appointments.search(ANNA, WISH).items()).hasSize(3);
    refused(() -> appointments.book(ANNA, null, "k"), 409, "hold-lost");
    appointments.hold(ANNA, "k1", WISH);
    var booked = appointments.book(ANNA, "r-1", "k2");
    assertThat(caller.told(ANNA, null).appointments()).isEqualTo(booked);
    assertThat(appointments.move(ANNA, null, "k3")).isEqualTo(booked);
    appointments.hold(ANNA, "k4", WISH);
    refused(() -> appointments.book(ANNA, null, "k5"), 409, "already-booked");
    appointments.hold(ANNA, "k5b", WISH);
    var moved = appointments.move(ANNA, null, "k6");
    assertThat(moved.first()).isNotEqualTo(booked.first());
    assertThat(appointments.cancel(ANNA, null, "k7")).isEqualTo(moved);
    refused(() -> appointments.cancel(ANNA, null, "k8"), 404, "nothing-booked");
    assertThat(stage.rows.rows("SELECT kind, channel, actor FROM appointment_event ORDER BY id"))
        .containsExactly("BOOKED AGENT @anna", "MOVED AGENT @anna", "CANCELLED AGENT @anna");
  }

  @Test
  void putsTheCallerOnTheWaitingListAndTakesThemOff() {
    refused(() -> waiting.standing(ANNA), 409, "no-talk");
    known();
    assertThat(waiting.standing(ANNA).state()).isEqualTo("NOT_WAITING");
    for (String phone : new String[] {null, "", "0561", "+1 202 555 0100", "<script>"}) {
      refused(() -> waiting.signUp(ANNA, null, new Wanted(phone, null)), 400, "invalid");
    }
    refused(() -> waiting.signUp(ANNA, null, null), 400, "invalid");
    refused(() -> waiting.signUp(ANNA, null, new Wanted("0561 123456", "deu")), 400, "invalid");
    assertThat(waiting.signUp(ANNA, "r-1", new Wanted("0561 123456", "tr")))
        .isEqualTo(waiting.signUp(ANNA, "r-2", new Wanted("0561 654321", "tr")));
    assertThat(waiting.standing(ANNA).state()).isEqualTo("WAITING");
    assertThat(stage.rows.rows("SELECT person_id, postcode, phone, language FROM waiting_entry"))
        .containsExactly("41 34117 +49561654321 tr");
    waiting.leave(ANNA, null);
    refused(() -> waiting.leave(ANNA, null), 404, "not-found");
    refused(() -> waiting.book(ANNA, null, "k"), 409, "hold-lost");
    assertThat(audit().stream().map(line -> line.replaceFirst(" .*", "")))
        .containsSubsequence("CALLER_ON_WAITING_LIST", "CALLER_OFF_WAITING_LIST");
  }

  @Test
  void whoHasAppointmentsNeedsNoList() {
    known();
    appointments.hold(ANNA, "k1", WISH);
    appointments.book(ANNA, null, "k2");
    refused(
        () -> waiting.signUp(ANNA, null, new Wanted("0561 123456", null)), 409, "has-appointments");
  }

  @Test
  void whatIsHeldIsRenewedWhileTheTalkGoesOn() {
    known();
    appointments.hold(ANNA, "k1", WISH);
    HeldForCallers held =
        new HeldForCallers(callers, booking, Mockito.mock(ScheduledExecutorService.class));
    for (int minutes = 0; minutes < 5; minutes++) {
      stage.clock.pass(Duration.ofMinutes(1));
      held.renew();
    }
    assertThat(appointments.book(ANNA, null, "k2").centre().id()).isEqualTo("kassel");
    held.renew();
  }

  @Test
  void whatCameAlongIsBookedWithoutLookingAgain() {
    var offer = (OfferOutcome.Offered) booking.offer(wishes.wish(WISH));
    stage
        .handovers()
        .wrote(
            new Handover(
                "call-1",
                Handover.Why.SILENT,
                OptionalLong.of(41),
                "de",
                Optional.of(offer.offer().hold()),
                List.of()));
    stage.ready(1);
    stage.talking(1, "call-1");
    assertThat(appointments.book(ANNA, null, "k").first()).isEqualTo(offer.offer().first());
  }

  @Test
  void ofTwoHoldsTheFirstIsGivenBack() {
    known();
    appointments.hold(ANNA, "k1", WISH);
    appointments.hold(ANNA, "k2", WISH);
    assertThat(stage.rows.rows("SELECT COUNT(*) FROM seat WHERE held_by IS NOT NULL"))
        .containsExactly("2");
    appointments.release(ANNA);
    assertThat(stage.rows.rows("SELECT COUNT(*) FROM seat WHERE held_by IS NOT NULL"))
        .containsExactly("0");
    refused(() -> appointments.book(ANNA, null, "k3"), 409, "hold-lost");
  }
}
