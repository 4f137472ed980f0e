package de.durchkommen.planning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was, of those who wait for a person.
 *
 * @param since from when on
 * @param talks how many talks that have ended the handling time rests on
 * @param handlingSeconds mean time of a talk with its wrapping up; null without any
 * @param abandonments how many who hung up the patience rests on
 * @param patienceSeconds mean patience: all time that anybody waited, by the number of those who
 *     hung up (the maximum likelihood for exponential patience of which only some is seen; Brown
 *     and others, "Statistical Analysis of a Telephone Call Center", JASA 100, 2005); null when
 *     nobody did
 */
public record Estimates(
    Instant since,
    int talks,
    @Nullable Double handlingSeconds,
    int abandonments,
    @Nullable Double patienceSeconds) {}
