package de.durchkommen.settings;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/** Clock, randomness and schedule of the running application; tests give others. */
@ApplicationScoped
class Surroundings {
  // Resources are injected into fields and setters only.
  @Resource
  @SuppressWarnings("NullAway") // The container sets it.
  private ManagedScheduledExecutorService schedule;

  private final SteadyClock clock = new SteadyClock(ZoneId.of("Europe/Berlin"));

  /** The time in Hessen: what callers are told is in this zone. */
  @Produces
  @Typed(Clock.class)
  Clock clock() {
    return clock;
  }

  /** The same, for who knows another clock. */
  @Produces
  @Typed(SteadyClock.class)
  SteadyClock steadyClock() {
    return clock;
  }

  /** Not to be guessed: confirmations are made of it. */
  @Produces
  RandomGenerator random() {
    return new SecureRandom();
  }

  /** The server's own threads, which end with the application. */
  @Produces
  @Typed(ScheduledExecutorService.class)
  ManagedScheduledExecutorService schedule() {
    return schedule;
  }
}
