package de.durchkommen.export;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.Page;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import de.durchkommen.audit.AuditEvent.Channel;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who did what: read, and never changed. */
@Path("v1/audit")
@Dependent
@Allowed(Role.SUPERVISOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public class AuditResource {
  private static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");
  private static final int LONGEST_FILTER = 60;
  private static final String FOUND =
      "SELECT id, at, channel, actor, action, subject, count, reference FROM audit_event"
          + " WHERE id < ?";

  private final Database database;

  @Inject
  AuditResource(@ForWeb Database database) {
    this.database = database;
  }

  /**
   * Something that was done.
   *
   * @param actor a program, {@code @} and a person's name, or a user of the machine; empty for the
   *     hotline itself
   * @param reference with which more can be found in the logs
   */
  @Schema(name = "AuditLine")
  public record Line(
      long id,
      Instant at,
      Channel channel,
      String actor,
      String action,
      String subject,
      long count,
      String reference) {
    static Line of(ResultSet row) throws SQLException {
      return new Line(
          row.getLong(1),
          Objects.requireNonNull(Sql.instant(row, 2)),
          Channel.valueOf(row.getString(3)),
          row.getString(4),
          row.getString(5),
          row.getString(6),
          row.getLong(7),
          row.getString(8));
    }
  }

  /** The newest first. */
  @GET
  @Operation(
      summary = "Who did what, the newest first, in pages",
      description =
          "from, until: days in Hessen, both included. actor, action: as they stand, all of them"
              + " without it.")
  public Page<Line> lines(
      @QueryParam("from") @Nullable String from,
      @QueryParam("until") @Nullable String until,
      @QueryParam("actor") @Nullable String actor,
      @QueryParam("action") @Nullable String action,
      @QueryParam("after") @Nullable Long after,
      @QueryParam("size") @DefaultValue("" + Page.USUAL) int size) {
    int most = Page.size(size);
    StringBuilder where = new StringBuilder(FOUND);
    List<Object> values = new ArrayList<>();
    values.add(after == null ? Long.MAX_VALUE : after);
    if (from != null) {
      where.append(" AND at >= ?");
      values.add(day(from, "from").atStartOfDay(HESSEN).toInstant());
    }
    if (until != null) {
      where.append(" AND at < ?");
      values.add(day(until, "until").plusDays(1).atStartOfDay(HESSEN).toInstant());
    }
    if (actor != null) {
      where.append(" AND actor = ?");
      values.add(filter(actor, "actor"));
    }
    if (action != null) {
      where.append(" AND action = ?");
      values.add(filter(action, "action"));
    }
    where.append(" ORDER BY id DESC LIMIT ?");
    values.add(most + 1);
    List<Line> found =
        database.answer(
            entities -> new Sql(entities).rows(where.toString(), Line::of, values),
            why -> {
              throw Problem.unknown(why);
            });
    return Page.of(found, most, line -> Long.toString(line.id()));
  }

  private static LocalDate day(String given, String field) {
    try {
      return LocalDate.parse(given);
    } catch (DateTimeParseException wrong) {
      throw Problem.invalid(field + " has to be a date, as 2021-01-19");
    }
  }

  private static String filter(String given, String field) {
    if (given.length() > LONGEST_FILTER) {
      throw Problem.invalid(field + " has to have up to " + LONGEST_FILTER + " characters");
    }
    return given;
  }
}
