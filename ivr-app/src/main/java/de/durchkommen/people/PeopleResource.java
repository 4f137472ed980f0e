package de.durchkommen.people;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import de.durchkommen.audit.AuditEvent;
import de.durchkommen.database.Database;
import de.durchkommen.database.ForWeb;
import de.durchkommen.database.LongWork;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Invited people, as files. */
@Path("v1/people/imports")
@Dependent
@Allowed(Role.SUPERVISOR)
@Tag(name = "people")
public class PeopleResource {
  private final ImportDesk desk;
  private final Database database;
  private final Clock clock;

  /** Takes where files go, and where what came of them is. */
  @Inject
  PeopleResource(ImportDesk desk, @ForWeb Database database, Clock clock) {
    this.desk = desk;
    this.database = database;
    this.clock = clock;
  }

  /** Takes a file of people, which is imported in the background. */
  @POST
  @Consumes("text/csv")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Send a CSV file of invited people; it is imported whole or not at all",
      description =
          "UTF-8, delimiter comma or semicolon, a header line with code, birth_date, postcode,"
              + " priority_group, language, phone and optionally name. 202 with the address at"
              + " which progress, result and errors are.")
  public Response sent(InputStream body, @Context SecurityContext caller) {
    ImportActor actor = new ImportActor(AuditEvent.Channel.API, ApiClient.of(caller).id());
    if (!desk.open()) {
      throw tooMany();
    }
    try {
      Optional<SentFile> file = SentFile.of(body, SentFile.LARGEST);
      OptionalLong id = desk.taken(file.orElseThrow(PeopleResource::tooLarge), actor);
      return accepted(id.orElseThrow(PeopleResource::tooMany));
    } catch (SQLException e) {
      throw Problem.unknown(LongWork.word(e));
    } catch (IOException e) {
      throw Problem.invalid("The file did not arrive whole, send it again");
    }
  }

  private Response accepted(long id) {
    return Response.accepted(report(id)).location(URI.create("v1/people/imports/" + id)).build();
  }

  private static Problem tooMany() {
    return new Problem(
        503,
        "imports-busy",
        "Too many imports",
        "Other files are waiting to be imported: send this one again in some minutes");
  }

  private static Problem tooLarge() {
    return new Problem(
        413,
        "file-too-large",
        "The file is too large",
        "A file may have " + SentFile.LARGEST + " bytes: split it");
  }

  /** How far an import is, or what came of it. */
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "Progress, result and errors of an import")
  public ImportReport report(@PathParam("id") long id) {
    Optional<ImportReport> report =
        database.answer(
            entities -> new ImportReports(new Sql(entities), clock.instant()).of(id),
            why -> {
              throw Problem.unknown(why);
            });
    return report.orElseThrow(() -> Problem.notFound("No import has this number"));
  }
}
