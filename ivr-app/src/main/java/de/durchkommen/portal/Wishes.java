package de.durchkommen.portal;

import de.durchkommen.api.Problem;
import de.durchkommen.booking.BookingDesk;
import de.durchkommen.booking.Centre;
import de.durchkommen.booking.Daypart;
import de.durchkommen.booking.Wish;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Wishes of clients, checked. A centre or a vaccine that does not exist is a wrong wish: to look
 * for it would find nothing, and that would be told as sold out.
 */
@Dependent
public class Wishes {
  /** Appointments are not looked for later than so many days from today. */
  static final int LONGEST_AHEAD_DAYS = 366;

  private static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");

  /** From any postcode all centres are told; only their order differs. */
  private static final String ANYWHERE = "60311";

  private static final String VACCINE = "SELECT 1 FROM vaccine WHERE id = ?";

  private final BookingDesk desk;
  private final Database database;
  private final Clock clock;

  @Inject
  Wishes(@ForWeb BookingDesk desk, @ForWeb Database database, Clock clock) {
    this.desk = desk;
    this.database = database;
    this.clock = clock;
  }

  /**
   * What this form wishes.
   *
   * @throws Problem when it is not a wish that can be, or nobody can tell right now
   */
  public Wish wish(@Nullable WishForm sent) {
    if (sent == null) {
      throw Problem.invalid("The body is missing: send what is wished for as JSON");
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), HESSEN);
    String postcode = new Given("postcode", sent.postcode()).postcode();
    LocalDate from = day(new Given("from", sent.from()), today, today).orElse(today);
    Optional<LocalDate> to = day(new Given("to", sent.to()), from, today);
    return new Wish(
        centre(new Given("centre", sent.centre()), postcode),
        postcode,
        from,
        to,
        hours(sent),
        vaccine(new Given("vaccine", sent.vaccine())));
  }

  private static Optional<LocalDate> day(Given given, LocalDate earliest, LocalDate today) {
    Optional<LocalDate> day = given.day();
    LocalDate latest = today.plusDays(LONGEST_AHEAD_DAYS);
    if (day.isPresent() && (day.get().isBefore(earliest) || day.get().isAfter(latest))) {
      throw given.problem("has to be a day from " + earliest + " to " + latest);
    }
    return day;
  }

  private static Daypart hours(WishForm sent) {
    Optional<LocalTime> from = new Given("hoursFrom", sent.hoursFrom()).hour();
    Optional<LocalTime> until = new Given("hoursUntil", sent.hoursUntil()).hour();
    Given daypart = new Given("daypart", sent.daypart());
    if (from.isEmpty() && until.isEmpty()) {
      return daypart(daypart);
    }
    if (daypart.text().isPresent()) {
      throw daypart.problem("cannot be sent together with hoursFrom or hoursUntil: leave out one");
    }
    LocalTime earliest = from.orElse(Daypart.ANY.from());
    LocalTime latest = until.orElse(Daypart.ANY.until());
    if (latest.isBefore(earliest)) {
      throw Problem.invalid("hoursUntil has to be at hoursFrom or later");
    }
    return new Daypart(earliest, latest);
  }

  private static Daypart daypart(Given given) {
    return switch (given.text().orElse("ANY")) {
      case "ANY" -> Daypart.ANY;
      case "MORNING" -> Daypart.MORNING;
      case "AFTERNOON" -> Daypart.AFTERNOON;
      default -> throw given.problem("has to be MORNING, AFTERNOON or ANY");
    };
  }

  private Optional<Centre> centre(Given given, String postcode) {
    return given
        .text()
        .map(id ->
            centres(postcode).stream()
                .filter(centre -> centre.id().equals(id))
                .findFirst()
                .orElseThrow(
                    () -> given.problem("is no centre: send an id that /api/v1/centres tells")));
  }

  /** All centres, nearest first. */
  List<Centre> centres(String postcode) {
    List<Centre> centres = desk.centres(postcode);
    if (centres.isEmpty()) {
      throw Problem.unknown("no centres");
    }
    return centres;
  }

  /** All centres, by their names. */
  List<Centre> centres() {
    return centres(ANYWHERE).stream()
        .sorted(Comparator.comparing(Centre::name, Collator.getInstance(Locale.GERMAN)))
        .toList();
  }

  private Optional<String> vaccine(Given given) {
    Optional<String> id = given.text();
    if (id.isPresent() && !exists(id.get())) {
      throw given.problem("is no vaccine: send an id that is told with an appointment");
    }
    return id;
  }

  private boolean exists(String vaccine) {
    return database
        .answer(
            entities ->
                Optional.of(
                    new Sql(entities)
                        .first(VACCINE, row -> row.getInt(1), List.of(vaccine))
                        .isPresent()),
            why -> Optional.<Boolean>empty())
        .orElseThrow(() -> Problem.unknown("no vaccines"));
  }
}
