package de.durchkommen.planning;

import java.time.Duration;

/**
 * What callers and agents meet with in the long run.
 *
 * @param inTime share of all callers who are served within the time asked for, 0 to 1
 * @param abandoned share of all callers who hang up while they wait, 0 to 1
 * @param waits share of all callers who have to wait at all, 0 to 1
 * @param meanWait mean time until all callers are served or hang up
 * @param occupancy share of their time for which agents are busy, 0 to 1
 * @param queue mean number of callers who wait
 */
public record Performance(
    double inTime,
    double abandoned,
    double waits,
    Duration meanWait,
    double occupancy,
    double queue) {}
