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
    Optional<Set<Role>> allowed =
        places.stream()
            .filter(place -> place.isAnnotationPresent(Allowed.class))
            .map(place -> Set.of(place.getAnnotation(Allowed.class).value()))
            .findFirst();
    boolean ownCheck = places.stream().anyMatch(place -> place.isAnnotationPresent(OwnCheck.class));
    if (allowed.isPresent() || !ownCheck) {
      context.register(new Door(allowed.orElse(Set.of())), Priorities.AUTHORIZATION);
    }
  }

  /** Opens for these roles; for nobody when there are none. */
  record Door(Set<Role> allowed) implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      if (!(request.getSecurityContext().getUserPrincipal() instanceof ApiClient client)) {
        throw Entrance.refused();
      }
      if (!allowed.contains(client.role())) {
        throw new Problem(
            403,
            "forbidden",
            "This client may not do that",
            "The role of this API key or account does not allow it: " + client.role());
      }
    }
  }
}
