package de.durchkommen.portal;

import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Sql;
import de.durchkommen.identity.IdentityDesk;
import de.durchkommen.identity.IdentityOutcome;
import de.durchkommen.identity.InvitationCode;
import de.durchkommen.identity.Person;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom a request is about. */
@Dependent
public class Identification {
  private static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");

  /** Nobody living was born before; the oldest person ever documented reached 122 years. */
  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

  private static final String PERSON = "SELECT 1 FROM person WHERE id = ?";

  private final IdentityDesk desk;
  private final Database database;
  private final Clock clock;

  @Inject
  Identification(@ForWeb IdentityDesk desk, @ForWeb Database database, Clock clock) {
    this.desk = desk;
    this.database = database;
    this.clock = clock;
  }

  /** How a client says whom it means: code and birth date, or the key of a person. */
  public interface Claim {
    /** Ten digits. */
    @Nullable String code();

    /** As {@code 1938-04-10}. */
    @Nullable String birthDate();

    /** The key of a person, instead of both. */
    @Nullable Long person();
  }

  /**
   * The key of the person that is meant.
   *
   * @throws Problem when it is nobody, or nobody can tell right now
   */
  public long person(ApiClient client, Claim claim) {
    return claim.person() == null ? invited(claim) : known(client, claim.person());
  }

  private long known(ApiClient client, long person) {
    if (client.role() == Role.BOOKING) {
      throw new Problem(
          403,
          "forbidden",
          "This client may not do that",
          "Send code and birthDate: only agents and supervisors may send person.");
    }
    boolean exists =
        database
            .answer(
                entities ->
                    Optional.of(
                        new Sql(entities)
                            .first(PERSON, row -> row.getInt(1), List.of(person))
                            .isPresent()),
                why -> Optional.<Boolean>empty())
            .orElseThrow(() -> Problem.unknown("no people"));
    if (!exists) {
      throw Problem.notFound("There is no such person");
    }
    return person;
  }

  private long invited(Claim claim) {
    return switch (desk.identify(code(claim), birthDate(claim.birthDate()))) {
      case IdentityOutcome.Identified(Person person) -> person.id();
      case IdentityOutcome.NoMatch() ->
          throw new Problem(
              403,
              "no-match",
              "Code and birth date do not fit",
              "Check both against the letter. Five wrong tries in a row lock a code.");
      case IdentityOutcome.Locked(Instant until) ->
          throw new Problem(
              423,
              "locked",
              "This code is locked",
              "There were too many wrong tries. Try again after the time in until.",
              Map.of("until", until.toString()));
      case IdentityOutcome.Unknown(String why) -> throw Problem.unknown(why);
    };
  }

  private static InvitationCode code(Claim claim) {
    Given given = new Given("code", claim.code());
    String what = "the ten digits of the invitation letter";
    return InvitationCode.parse(given.needed(what))
        .orElseThrow(() -> given.problem("has to be " + what + ", with a right check digit"));
  }

  /**
   * The day on which somebody says that they were born.
   *
   * @throws Problem when it is none that can be
   */
  public LocalDate birthDate(@Nullable String sent) {
    Given given = new Given("birthDate", sent);
    given.needed("a day as 1938-04-10");
    LocalDate day = given.day().orElseThrow();
    if (day.isBefore(EARLIEST_BIRTH) || day.isAfter(LocalDate.ofInstant(clock.instant(), HESSEN))) {
      throw given.problem("has to be a day from " + EARLIEST_BIRTH + " to today");
    }
    return day;
  }
}
