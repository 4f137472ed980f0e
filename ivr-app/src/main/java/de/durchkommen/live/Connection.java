package de.durchkommen.live;

import de.durchkommen.api.ApiClient;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The connection of somebody who listens.
 *
 * @param client who it is
 * @param standing who it still is; see {@link de.durchkommen.api.Standing}
 * @param wire to their browser
 */
record Connection(ApiClient client, Supplier<Optional<ApiClient>> standing, Wire wire) {}
