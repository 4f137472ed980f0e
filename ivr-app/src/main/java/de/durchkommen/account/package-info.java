/**
 * Accounts of agents and supervisors: how they come in by name and password, and how they stay in.
 *
 * <p>A login ({@code LoginDesk}) is a cookie from then on, which {@code SessionDoor} turns into an
 * {@link de.durchkommen.api.ApiClient} for each request: so {@link de.durchkommen.api.Allowed} and
 * the limits of the API hold for people as for programs. Passwords are kept as Argon2id, sessions
 * as hashes of random tokens, both in the database: any node knows them.
 *
 * <p>Not Jakarta Security: its mechanism would stand before the whole application and hand roles to
 * the container, while who may do what is said by {@code @Allowed}, and {@code Entrance} has to
 * know who is asking before it gives a place. One filter, which asks keys first and then sessions,
 * says that in one spot.
 *
 * <p>May use {@code api}, {@code audit}, {@code database}, {@code settings}. Out of scope: the
 * pages; API keys.
 */
@NullMarked
package de.durchkommen.account;

import org.jspecify.annotations.NullMarked;
