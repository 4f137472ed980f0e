/**
 * What all REST resources have in common: who may call them, how errors look, lists in pages,
 * requests that may be sent twice, and how much one client can ask at once.
 *
 * <p>The way of a request: {@code Entrance} (key, place, size of the body), {@code Doors} (role),
 * {@code Replay} (was it sent before?), {@code BodyReading}, the resource; on the way back a mapper
 * makes a problem of what was thrown.
 *
 * <p>A client shows an API key ({@code Authorization: Bearer …}), or comes in by the {@link
 * de.durchkommen.api.WayIn} that people have, and has one {@link de.durchkommen.api.Role}. A
 * resource says by {@link de.durchkommen.api.Allowed} who may call it; one that says nothing is
 * open to nobody. A POST that changes something is {@link de.durchkommen.api.Idempotent}. Errors
 * are problem details ({@code application/problem+json}, RFC 9457): a resource throws {@link
 * de.durchkommen.api.Problem}.
 *
 * <p>May use {@code database}, {@code settings}. Out of scope: what the resources are about; they
 * lie beside the features that they show.
 */
@NullMarked
package de.durchkommen.api;

import org.jspecify.annotations.NullMarked;
