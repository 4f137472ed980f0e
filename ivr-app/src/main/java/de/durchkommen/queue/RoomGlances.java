package de.durchkommen.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** How both queues stood when this node last looked; asks nobody, and never waits. */
@ApplicationScoped
public class RoomGlances {
  private final QueueMetrics metrics;
  private final PeopleMetrics people;

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  RoomGlances() {
    metrics = null;
    people = null;
  }

  @Inject
  RoomGlances(QueueMetrics metrics, PeopleMetrics people) {
    this.metrics = metrics;
    this.people = people;
  }

  /** One of both; empty when this node has not looked yet. */
  public Optional<RoomGlance> of(QueueKind kind) {
    QueueMetrics asked =
        switch (kind) {
          case SELF_SERVICE -> metrics;
          case PEOPLE -> people;
        };
    return asked.latest().map(RoomGlance::of);
  }
}
