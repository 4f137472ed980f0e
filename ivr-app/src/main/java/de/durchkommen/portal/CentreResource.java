package de.durchkommen.portal;

import static de.durchkommen.api.Role.AGENT;
import static de.durchkommen.api.Role.BOOKING;
import static de.durchkommen.api.Role.SUPERVISOR;

import de.durchkommen.api.Allowed;
import de.durchkommen.api.Page;
import de.durchkommen.booking.Centre;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which centres there are. */
@Path("v1/centres")
@Dependent
@Allowed({BOOKING, AGENT, SUPERVISOR})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "search")
public class CentreResource {
  private final Wishes wishes;

  @Inject
  CentreResource(Wishes wishes) {
    this.wishes = wishes;
  }

  /** All of them: they are few, so one page. */
  @GET
  @Operation(summary = "All centres: the nearest to the postcode first, or by name without one")
  public Page<Centre> centres(@QueryParam("postcode") @Nullable String postcode) {
    List<Centre> all =
        postcode == null
            ? wishes.centres()
            : wishes.centres(new Given("postcode", postcode).postcode());
    return new Page<>(all, null);
  }
}
