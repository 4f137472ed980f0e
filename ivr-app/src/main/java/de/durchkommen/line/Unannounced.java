package de.durchkommen.line;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/** Connections whose header is not complete yet, oldest first, in bounded number. */
final class Unannounced {
  private final int most;
  private final Set<GuardedConnection> connections = new LinkedHashSet<>();

  Unannounced(int most) {
    this.most = most;
  }

  /** One more; closes the oldest if there are too many. */
  synchronized void add(GuardedConnection connection) throws IOException {
    connections.add(connection);
    if (connections.size() > most) {
      GuardedConnection oldest = connections.iterator().next();
      connections.remove(oldest);
      oldest.close();
    }
  }

  /** One less; {@code false} if it was not here (any more). */
  synchronized boolean remove(GuardedConnection connection) {
    return connections.remove(connection);
  }

  /** Closes all. */
  synchronized void closeAll() throws IOException {
    for (GuardedConnection connection : connections) {
      connection.close();
    }
    connections.clear();
  }
}
