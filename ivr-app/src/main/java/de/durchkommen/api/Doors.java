package de.durchkommen.api;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts a door before each method of a resource, which opens for the roles that it allows. */
@Provider
public class Doors implements DynamicFeature {
  /** For the container. */
  public Doors() {}

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    List<AnnotatedElement> places =
        List.of(resource.getResourceMethod(), resource.getResourceClass());
    Optional<Door> allowed =
        places.stream()
            .filter(place -> place.isAnnotationPresent(Allowed.class))
            .map(place -> place.getAnnotation(Allowed.class))
            .map(who -> new Door(Set.of(who.value()), Set.of(who.programs())))
            .findFirst();
    boolean ownCheck = places.stream().anyMatch(place -> place.isAnnotationPresent(OwnCheck.class));
    if (allowed.isPresent() || !ownCheck) {
      context.register(allowed.orElse(Door.CLOSED), Priorities.AUTHORIZATION);
    }
  }

  /**
   * Opens for these roles; for nobody when there are none.
   *
   * @param allowed programs and people
   * @param programs programs only
   */
  record Door(Set<Role> allowed, Set<Role> programs) implements ContainerRequestFilter {
    static final Door CLOSED = new Door(Set.of(), Set.of());

    @Override
    public void filter(ContainerRequestContext request) {
      if (!(request.getSecurityContext().getUserPrincipal() instanceof ApiClient client)) {
        throw Entrance.refused();
      }
      if (!opens(client)) {
        throw new Problem(
            403,
            "forbidden",
            "This client may not do that",
            "The role of this API key or account does not allow it: " + client.role());
      }
    }

    private boolean opens(ApiClient client) {
      return allowed.contains(client.role())
          || (client.isProgram() && programs.contains(client.role()));
    }
  }
}
