package de.durchkommen.agent;

import static de.durchkommen.api.Role.AGENT;
import static de.durchkommen.api.Role.SUPERVISOR;

import de.durchkommen.agent.DeskState.Colleague;
import de.durchkommen.agent.DeskState.Phone;
import de.durchkommen.api.Allowed;
import de.durchkommen.api.Page;
import de.durchkommen.database.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an agent's desk shows. */
@Path("v1/desk")
@Dependent
@Allowed({AGENT, SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "desk")
public class DeskResource {
  private static final String COLLEAGUES =
      """
      SELECT c.name, c.shown_name, s.state, s.since, COALESCE(a.languages, 'de'),
        COALESCE(a.skills, '')
      FROM agent_seat s JOIN account c ON c.id = s.account LEFT JOIN agent a ON a.account = s.account
      WHERE s.account <> ? ORDER BY s.state = 'READY' DESC, c.shown_name, c.name
      """;

  private static final String PHONES =
      """
      SELECT p.name, p.reachable, s.account IS NOT NULL
      FROM agent_phone p LEFT JOIN agent_seat s ON s.phone = p.name
      WHERE p.live_name IS NOT NULL ORDER BY p.name
      """;

  private final DeskSql desk;
  private final DeskView view;

  @Inject
  DeskResource(DeskSql desk, DeskView view) {
    this.desk = desk;
    this.view = view;
  }

  /** All of it; the same comes as an event whenever it changes. */
  @GET
  @Path("state")
  @Operation(summary = "All that the own desk shows")
  public DeskState state(@Context SecurityContext caller) {
    return desk.ask(
        book -> view.state(book.sql(), AgentAccount.of(book.sql(), caller), desk.now()));
  }

  /** Who else is there; those who are ready first. */
  @GET
  @Path("colleagues")
  @Operation(summary = "The other agents who are signed in")
  public Page<Colleague> colleagues(@Context SecurityContext caller) {
    return desk.ask(book -> {
      long own = AgentAccount.of(book.sql(), caller).id();
      return new Page<>(book.sql().rows(COLLEAGUES, DeskResource::colleague, List.of(own)), null);
    });
  }

  /** Which telephones there are to sign in with. */
  @GET
  @Path("phones")
  @Operation(summary = "The telephones that one can sign in with")
  public Page<Phone> phones(@Context SecurityContext caller) {
    return desk.ask(book -> {
      AgentAccount.of(book.sql(), caller);
      return new Page<>(book.sql().rows(PHONES, DeskResource::phone, List.of()), null);
    });
  }

  private static Colleague colleague(ResultSet row) throws SQLException {
    SeatState state = SeatState.valueOf(row.getString(3));
    return new Colleague(
        row.getString(1),
        row.getString(2),
        state,
        Objects.requireNonNull(Sql.instant(row, 4)),
        state == SeatState.READY,
        AgentWords.set(row.getString(5)).stream().sorted().toList(),
        AgentWords.set(row.getString(6)).stream().sorted().toList());
  }

  private static Phone phone(ResultSet row) throws SQLException {
    return new Phone(
        row.getString(1),
        Optional.ofNullable(row.getObject(2, Integer.class)).map(flag -> flag == 1).orElse(null),
        row.getBoolean(3));
  }
}
