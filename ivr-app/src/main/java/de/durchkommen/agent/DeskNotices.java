package de.durchkommen.agent;

import de.durchkommen.api.ApiClient;
import de.durchkommen.live.Audience;
import de.durchkommen.live.LiveEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Desks that are open in browsers: each gets all that it shows, at once and after each change. */
@ApplicationScoped
class DeskNotices implements Notices {
  /** The name of the live state. */
  static final String DESK = "desk";

  private final LiveEvents live;
  private final Instance<DeskSql> sql;
  private final Instance<DeskView> view;

  /** Who has asked for it on this node: nobody else can be told. */
  private final Map<Long, String> names = new ConcurrentHashMap<>();

  /** For the container's proxy, which uses none of the fields. */
  @SuppressWarnings("NullAway")
  DeskNotices() {
    live = null;
    sql = null;
    view = null;
  }

  @Inject
  DeskNotices(LiveEvents live, Instance<DeskSql> sql, Instance<DeskView> view) {
    this.live = live;
    this.sql = sql;
    this.view = view;
  }

  @SuppressWarnings("MustBeClosedChecker") // As long as the application runs.
  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    live.source(DESK, this::state);
  }

  private @Nullable DeskState state(ApiClient client) {
    if (client.isProgram()) {
      return null;
    }
    String name = client.id().substring(ApiClient.PERSON.length());
    DeskSql desk = sql.get();
    return desk.ask(
            book -> {
              Optional<AgentAccount> own = AgentAccount.named(book.sql(), name);
              own.ifPresent(account -> names.put(account.id(), account.name()));
              return own.map(account -> view.get().state(book.sql(), account, desk.now()));
            })
        .orElse(null);
  }

  @Override
  public void changed(long account) {
    String name = names.get(account);
    if (name != null) {
      live.changed(new Audience.One(name), DESK);
    }
  }
}
