package de.durchkommen.call;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the telephone says of a call beside who it is.
 *
 * @param priority the group of callers in the waiting room, 1 (first) to 9 (last)
 * @param channelsShort whether Asterisk has so few channels left that nobody should wait on one
 * @param language that of the number that was dialled, or in which somebody is called; two small
 *     letters; empty when the telephone does not know
 * @param reference what an outgoing call is about; empty for one who called in
 */
public record CallDetails(
    int priority, boolean channelsShort, Optional<String> language, OptionalLong reference) {}
