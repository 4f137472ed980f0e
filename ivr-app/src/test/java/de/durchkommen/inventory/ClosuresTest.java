package de.durchkommen.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Page;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import de.durchkommen.booking.Actor;
import de.durchkommen.booking.BookOutcome;
import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.OfferOutcome;
import de.durchkommen.inventory.ClosureResource.Closing;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** One centre with two pairs a day, at 8 and at 9 h. */
class ClosuresTest {
  private static final Depot DEPOT = new Depot();
  private static final String MONDAY = Depot.MONDAY.toString();
  private static final SecurityContext CALLER = caller();

  private final ClosureResource closures = new ClosureResource(DEPOT.rows.patient(), DEPOT.clock);

  private static SecurityContext caller() {
    SecurityContext caller = Mockito.mock();
    Mockito.when(caller.getUserPrincipal()).thenReturn(new ApiClient("leitstand", Role.SUPERVISOR));
    return caller;
  }

  @BeforeEach
  void fill() {
    DEPOT.clear();
    DEPOT.centre("kassel", 1, 4);
    DEPOT.supply(Depot.WEEK, 2 * 12);
    DEPOT.generate();
  }

  @AfterAll
  static void close() {
    DEPOT.close();
  }

  private List<ClosureResource.ClosedDay> close(LocalDate day, @Nullable LocalDate until) {
    return closures.close("kassel", new Closing(day, until, "Sturm"), CALLER);
  }

  private List<Long> toTell(String day) {
    return closures.people("kassel", day, 0, Page.USUAL).items().stream()
        .map(ToTell::person)
        .toList();
  }

  private static List<String> seatsOfMonday() {
    return DEPOT.rows.rows(
        "SELECT booked, closed, COUNT(*) FROM seat WHERE DATE(starts_at) = '%s'".formatted(MONDAY)
            + " GROUP BY booked, closed");
  }

  @Test
  void closesEverySeatOfTheDayAndListsWhoMustBeTold() {
    DEPOT.booked(1);
    List<ClosureResource.ClosedDay> days = close(Depot.MONDAY, null);
    assertThat(days).hasSize(1);
    assertThat(days.getFirst().seats()).isEqualTo(2);
    ToTell told = days.getFirst().people().items().getFirst();
    assertThat(told.person()).isEqualTo(1);
    assertThat(told.dose()).isEqualTo(1);
    assertThat(told.firstAt()).isEqualTo(Depot.MONDAY.atTime(8, 0));
    assertThat(told.secondAt()).isEqualTo(Depot.MONDAY.plusWeeks(3).atTime(8, 0));
    assertThat(told.phone()).isEqualTo("+4956112345");
    assertThat(told.language()).isEqualTo("de");
    assertThat(told.toldAt()).isNull();
    assertThat(seatsOfMonday()).containsExactly("0 1 1", "1 1 1");
    assertThat(DEPOT.rows.rows("SELECT COUNT(*) FROM appointment_pair")).containsExactly("1");
  }

  @Test
  void nobodyIsOfferedTheDayAnyMoreNotEvenAfterACancellation() {
    DEPOT.booked(1);
    close(Depot.MONDAY, null);
    DEPOT.desk().cancel(1, Actor.system("test"));
    assertThat(toTell(MONDAY)).isEmpty();
    assertThat(seatsOfMonday()).containsExactly("0 1 2");
    OfferOutcome.Offered next = (OfferOutcome.Offered) DEPOT.desk().offer(Depot.anywhere());
    assertThat(next.offer().first()).isEqualTo(Depot.MONDAY.plusDays(1).atTime(8, 0));
  }

  @Test
  void whoBooksAHeldSeatAfterwardsIsOnTheListToo() {
    BookingDesk desk = DEPOT.desk();
    DEPOT.rows.execute(
        "INSERT INTO person (id, code, birth_date, postcode)"
            + " VALUES (7, '1234567890', '1930-01-01', '34117')");
    OfferOutcome.Offered offered = (OfferOutcome.Offered) desk.offer(Depot.anywhere());
    close(Depot.MONDAY, null);
    assertThat(toTell(MONDAY)).isEmpty();
    assertThat(desk.book(7, offered.offer().hold(), Actor.system("test")))
        .isInstanceOf(BookOutcome.Booked.class);
    assertThat(toTell(MONDAY)).containsExactly(7L);
  }

  @Test
  void secondDosesOfTheDayAreListedAsWell() {
    DEPOT.booked(1);
    close(Depot.MONDAY.plusWeeks(3), null);
    List<ToTell> people =
        closures.people("kassel", Depot.MONDAY.plusWeeks(3).toString(), 0, 10).items();
    assertThat(people).extracting(ToTell::dose).containsExactly(2);
  }

  @Test
  void ticksOffWhoWasToldOnce() {
    DEPOT.booked(1);
    DEPOT.booked(2);
    close(Depot.MONDAY, null);
    closures.told("kassel", MONDAY, 2, CALLER);
    DEPOT.clock.pass(Duration.ofHours(1));
    closures.told("kassel", MONDAY, 2, CALLER);
    List<ToTell> people = closures.people("kassel", MONDAY, 0, Page.USUAL).items();
    assertThat(people).extracting(ToTell::toldBy).containsExactly(null, "leitstand");
    assertThat(people.get(1).toldAt()).isEqualTo(Depot.NOW);
    Closure closure = closures.closures("kassel", "2021-01-01", 10).items().getFirst();
    assertThat(closure)
        .isEqualTo(new Closure("kassel", Depot.MONDAY, "Sturm", "leitstand", Depot.NOW, 2, 1));
    assertThatThrownBy(() -> closures.told("kassel", MONDAY, 3, CALLER))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("not-found");
  }

  @Test
  void opensAgainBookedAndFreeSeats() {
    DEPOT.booked(1);
    close(Depot.MONDAY, null);
    closures.told("kassel", MONDAY, 1, CALLER);
    closures.open("kassel", MONDAY, CALLER);
    assertThat(seatsOfMonday()).containsExactly("0 0 1", "1 0 1");
    assertThatThrownBy(() -> closures.people("kassel", MONDAY, 0, 10)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> closures.open("kassel", MONDAY, CALLER)).isInstanceOf(Problem.class);
    assertThat(DEPOT.rows.rows("SELECT actor, action, subject, count FROM audit_event ORDER BY id"))
        .endsWith(
            "leitstand CENTRE_DAY_CLOSED kassel 2021-01-18 2",
            "leitstand CENTRE_DAY_OPENED kassel 2021-01-18 2");
  }

  @Test
  void closesFromADayOn() {
    List<ClosureResource.ClosedDay> days =
        close(Depot.MONDAY.plusDays(4), Depot.MONDAY.plusDays(368));
    assertThat(days).hasSize(365);
    assertThat(days.stream().mapToInt(ClosureResource.ClosedDay::seats).sum())
        .as("two days of first doses, and all second ones")
        .isEqualTo(2 * 2 + 12);
    Page<Closure> page = closures.closures("kassel", "1970-01-01", 100);
    assertThat(page.items()).hasSize(100);
    assertThat(
            closures.closures("kassel", String.valueOf(page.next()), 100).items().getFirst().day())
        .isEqualTo(Depot.MONDAY.plusDays(104));
  }

  @Test
  void refusesWhatCannotBe() {
    LocalDate today = LocalDate.of(2021, 1, 17);
    close(today, null);
    assertThatThrownBy(() -> close(today.minusDays(1), null)).hasMessageContaining("invalid");
    assertThatThrownBy(() -> close(today, today.minusDays(1))).hasMessageContaining("invalid");
    assertThatThrownBy(() -> close(today, today.plusDays(366))).hasMessageContaining("invalid");
    assertThatThrownBy(() -> closures.close("koeln", new Closing(today, null, "x"), CALLER))
        .hasMessageContaining("not-found");
    assertThatThrownBy(() -> closures.close("kassel", new Closing(today, null, " "), CALLER))
        .hasMessageContaining("reason");
    assertThatThrownBy(() -> closures.people("kassel", "gestern", 0, 10))
        .hasMessageContaining("day");
  }

  @Test
  void theListComesInPages() {
    for (int person = 1; person <= 2; person++) {
      DEPOT.booked(person);
    }
    close(Depot.MONDAY, null);
    Page<ToTell> first = closures.people("kassel", MONDAY, 0, 1);
    assertThat(first.items()).extracting(ToTell::person).containsExactly(1L);
    assertThat(first.next()).isEqualTo("1");
    Page<ToTell> second = closures.people("kassel", MONDAY, 1, 1);
    assertThat(second.items()).extracting(ToTell::person).containsExactly(2L);
    assertThat(second.next()).isNull();
  }
}
