package de.durchkommen.live;

import de.durchkommen.api.ApiClient;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What states there are, and how they are found out. */
final class Sources {
  private static final Jsonb JSON = JsonbBuilder.create();

  private final Map<String, Function<ApiClient, ? extends @Nullable Object>> byName =
      new ConcurrentSkipListMap<>();

  /**
   * Adds one.
   *
   * @throws IllegalStateException when there is one of this name, or there are too many
   */
  void add(String name, Function<ApiClient, ? extends @Nullable Object> state) {
    if (byName.size() >= LiveLimits.MOST_SOURCES || byName.putIfAbsent(name, state) != null) {
      throw new IllegalStateException("No further state of the name " + name);
    }
  }

  /** Removes one. */
  void remove(String name) {
    byName.remove(name);
  }

  List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** A state as it is now; empty when there is none for this client. */
  Optional<Message> state(String name, ApiClient client) {
    @Nullable Function<ApiClient, ? extends @Nullable Object> source = byName.get(name);
    return source == null
        ? Optional.empty()
        : Optional.<Object>ofNullable(source.apply(client))
            .map(state -> Message.uncounted(name, json(state)));
  }

  /**
   * A value as it is sent.
   *
   * @throws IllegalArgumentException when it is too large
   */
  static String json(Object value) {
    String json = JSON.toJson(value);
    if (json.length() > LiveLimits.LARGEST) {
      throw new IllegalArgumentException(
          "An event of " + json.length() + " characters; " + LiveLimits.LARGEST + " at most");
    }
    return json;
  }
}
