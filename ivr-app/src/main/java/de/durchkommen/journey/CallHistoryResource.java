package de.durchkommen.journey;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Page;
import de.durchkommen.api.Problem;
import de.durchkommen.api.RequestId;
import de.durchkommen.api.Role;
import de.durchkommen.audit.AuditEvent;
import de.durchkommen.audit.AuditLog;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Sql;
import de.durchkommen.journey.CallHistory.Call;
import de.durchkommen.journey.CallHistory.Funnel;
import de.durchkommen.journey.CallHistory.Line;
import de.durchkommen.journey.JourneyQuery.Wish;
import de.durchkommen.phone.PhoneNumber;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What happened to calls, and where callers give up. Nobody's name and no number is in it. */
@Path("v1/call-history")
@Dependent
@Allowed(Role.SUPERVISOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "supervision")
public class CallHistoryResource {
  private static final Pattern WORD = Pattern.compile("[A-Z_]{1,20}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
  private static final Pattern PROMPT = Pattern.compile("[a-z0-9.-]{1,80}");
  private static final Pattern CALL = Pattern.compile("[A-Za-z0-9.@_:+~=-]{1,128}");
  private static final Pattern CALLER = Pattern.compile("[0-9a-f]{32}");
  private static final int MOST_DAYS = 400;

  private final Database database;
  private final Pseudonyms pseudonyms;
  private final Clock clock;

  @Inject
  CallHistoryResource(@ForWeb Database database, Journeys journeys, Clock clock) {
    this(database, journeys.pseudonyms(), clock);
  }

  CallHistoryResource(Database database, Pseudonyms pseudonyms, Clock clock) {
    this.database = database;
    this.pseudonyms = pseudonyms;
    this.clock = clock;
  }

  /**
   * What is looked for; what is missing fits everything.
   *
   * @param from a time in Hessen, as 2021-01-12T08:00: calls that were going on then or later
   * @param until calls that had begun before then
   * @param number a number that a caller has told; such a search is in the audit
   * @param caller as a line has it
   * @param outcome a word, as a line has it
   * @param language a tag, as tr
   * @param lastPrompt id of the prompt that was heard last
   * @param callId as in the logs
   * @param after what the page before has as its next
   * @param size 1 to 500; 50 without it
   */
  @Schema(name = "CallHistorySearch")
  public record Search(
      @Nullable String from,
      @Nullable String until,
      @Nullable String number,
      @Nullable String caller,
      @Nullable String outcome,
      @Nullable String language,
      @Nullable String lastPrompt,
      @Nullable String callId,
      @Nullable String after,
      @Nullable Integer size) {}

  /** Those that fit. */
  @POST
  @Path("search")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Calls that have ended, the newest first, in pages",
      description =
          "Changes nothing; a POST, so that no number is in an address. 503 no-caller-key when a"
              + " number is looked for and the hotline has no key for its hash.")
  public Page<Line> search(
      @Context SecurityContext asker,
      @HeaderParam(RequestId.HEADER) @Nullable String requestId,
      @Nullable Search wanted) {
    Search given =
        Optional.ofNullable(wanted).orElseThrow(() -> Problem.invalid("body is missing"));
    int most = Page.size(given.size() == null ? Page.USUAL : given.size());
    long below = given.after() == null ? Long.MAX_VALUE : number(given.after());
    Wish wish = wish(given);
    String actor = ApiClient.of(asker).id();
    List<Line> found =
        asked(sql -> {
          List<Line> lines = new JourneyQuery(sql).found(wish, below, most + 1);
          if (given.number() != null) {
            AuditLog.add(sql, audited(actor, lines.size(), requestId));
          }
          return lines;
        });
    return Page.of(found, most, line -> Long.toString(line.id()));
  }

  private AuditEvent audited(String actor, int count, @Nullable String requestId) {
    return new AuditEvent(
        clock.instant(),
        AuditEvent.Channel.API,
        actor,
        "CALLS_SEARCHED_BY_NUMBER",
        "",
        count,
        requestId == null ? "" : requestId);
  }

  private Wish wish(Search given) {
    Optional<String> caller = fitting(given.caller(), CALLER, "caller");
    return new Wish(
        time(given.from(), "from"),
        time(given.until(), "until"),
        given.number() == null ? caller : Optional.of(hash(given.number())),
        fitting(given.outcome(), WORD, "outcome"),
        fitting(given.language(), LANGUAGE, "language"),
        fitting(given.lastPrompt(), PROMPT, "lastPrompt"),
        fitting(given.callId(), CALL, "callId"));
  }

  private String hash(String told) {
    PhoneNumber number =
        PhoneNumber.parse(told.replaceAll("[\\s()/-]", ""))
            .orElseThrow(() -> Problem.invalid("number has to be a telephone number"));
    return pseudonyms
        .of(number)
        .orElseThrow(() ->
            new Problem(
                503,
                "no-caller-key",
                "Callers are not told apart",
                "Set " + Pseudonyms.KEY + "; calls from then on can be found by their number.",
                Map.of()));
  }

  /** One of them, with all that belongs to it. */
  @GET
  @Path("{id}")
  @Operation(summary = "A whole call: its path through the scripts, and its talks with agents")
  public Call one(@PathParam("id") long id) {
    return asked(sql -> new JourneyQuery(sql).call(id))
        .orElseThrow(() -> Problem.notFound("There is no such call (any more)"));
  }

  /** Where callers give up. */
  @GET
  @Path("funnel")
  @Operation(
      summary = "Where callers hang up: by prompt and language",
      description = "from, until: days in Hessen, both included; today without them. Up to 400.")
  public Funnel funnel(
      @QueryParam("from") @Nullable String from,
      @QueryParam("until") @Nullable String until,
      @QueryParam("language") @Nullable String language) {
    LocalDate today = clock.instant().atZone(JourneyLimits.HESSEN).toLocalDate();
    LocalDate last = until == null ? today : day(until, "until");
    LocalDate first = from == null ? last : day(from, "from");
    if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) > MOST_DAYS) {
      throw Problem.invalid("until has to be from to " + MOST_DAYS + " days after it");
    }
    Optional<String> spoken = fitting(language, LANGUAGE, "language");
    return asked(sql -> new JourneyQuery(sql).funnel(first, last, spoken));
  }

  private <T> T asked(Function<Sql, T> work) {
    return database.answer(
        entities -> work.apply(new Sql(entities)),
        why -> {
          throw Problem.unknown(why);
        });
  }

  private static Optional<String> fitting(@Nullable String given, Pattern form, String field) {
    if (given == null) {
      return Optional.empty();
    }
    if (!form.matcher(given).matches()) {
      throw Problem.invalid(field + " has to be " + form);
    }
    return Optional.of(given);
  }

  private static long number(String given) {
    try {
      return Long.parseLong(given);
    } catch (NumberFormatException wrong) {
      throw Problem.invalid("after has to be what a page has as its next");
    }
  }

  private static LocalDate day(String given, String field) {
    try {
      return checked(LocalDate.parse(given), field);
    } catch (DateTimeException wrong) {
      throw Problem.invalid(field + " has to be a date, as 2021-01-12");
    }
  }

  private static Optional<Instant> time(@Nullable String given, String field) {
    if (given == null) {
      return Optional.empty();
    }
    try {
      LocalDateTime local = LocalDateTime.parse(given);
      checked(local.toLocalDate(), field);
      return Optional.of(local.atZone(JourneyLimits.HESSEN).toInstant());
    } catch (DateTimeException wrong) {
      throw Problem.invalid(field + " has to be a time, as 2021-01-12T08:00");
    }
  }

  /** Other years do not fit into the columns. */
  private static LocalDate checked(LocalDate day, String field) {
    if (day.getYear() < 2000 || day.getYear() > 2999) {
      throw Problem.invalid(field + " has to be of the years 2000 to 2999");
    }
    return day;
  }
}
