package de.durchkommen.agent;

/**
 * A talk that a call was given: an agent's telephone is to ring for it.
 *
 * @param id its number, which names its room, too
 * @param phoneUser the agent's telephone as Asterisk knows it, as {@code agent-platz-7}
 * @param ticket the place in the waiting room that it was
 */
public record Talk(long id, String phoneUser, long ticket) {}
