package de.durchkommen.account;

import de.durchkommen.account.PasswordHash.Cost;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;

/**
 * Hashes passwords, a few at once: each takes a processor for a tenth of a second and 19 MiB, and a
 * flood of logins must not take them from calls.
 */
@ApplicationScoped
class Hashing {
  /** Half of the processors stay for calls. */
  private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  /** So many may wait for their turn, and so long. */
  private static final int WAITING = 16;

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** How much of this there can be. */
  record Limits(int atOnce, int waiting, Duration patience) {}

  private final Cost cost;
  private final Limits limits;
  private final RandomGenerator random;
  private final Semaphore inside;
  private final Semaphore turns;
  private final String nobodys;
  private final LongAdder done = new LongAdder();

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  Hashing() {
    this.cost = null;
    this.limits = null;
    this.random = null;
    this.inside = null;
    this.turns = null;
    this.nobodys = null;
  }

  @Inject
  Hashing(RandomGenerator random) {
    this(Cost.USUAL, new Limits(AT_ONCE, WAITING, PATIENCE), random);
  }

  Hashing(Cost cost, Limits limits, RandomGenerator random) {
    this.cost = cost;
    this.limits = limits;
    this.random = random;
    this.inside = new Semaphore(limits.atOnce() + limits.waiting());
    this.turns = new Semaphore(limits.atOnce(), true);
    this.nobodys = PasswordHash.made("", cost, random);
  }

  /**
   * Waits for a turn.
   *
   * @throws de.durchkommen.api.Problem 503 when too many wait, or when it takes too long
   */
  Turn turn() {
    if (!inside.tryAcquire()) {
      throw Refusals.busy();
    }
    boolean mine = false;
    try {
      mine = turns.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (!mine) {
        inside.release();
      }
    }
    if (!mine) {
      throw Refusals.busy();
    }
    return new Turn();
  }

  /** How many hashes have been made so far. */
  long done() {
    return done.sum();
  }

  /** The right to hash, which is given back by closing it. */
  final class Turn implements AutoCloseable {
    private Turn() {}

    /** Whether the hash is of this password. */
    boolean matches(String password, String stored) {
      done.increment();
      return PasswordHash.matches(password, stored);
    }

    /** Takes as long as {@link #matches}, for when there is nothing to match. */
    void spent(String password) {
      boolean _ = matches(password, nobodys);
    }

    /** A new hash, at the costs of today. */
    String made(String password) {
      done.increment();
      return PasswordHash.made(password, cost, random);
    }

    /** Whether a hash should be made anew. */
    boolean isOutdated(String stored) {
      return PasswordHash.isOutdated(stored, cost);
    }

    @Override
    public void close() {
      turns.release();
      inside.release();
    }
  }
}
