package de.durchkommen.page;

import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Role;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What comes of asking for a page. */
sealed interface Reply {
  /** This page, with this status. */
  record Shown(WebPage page, int status) implements Reply {}

  /** Another address of ours. */
  record Led(String address) implements Reply {}

  /**
   * What somebody asked for.
   *
   * @param query behind the question mark; null without one
   * @param onward the login's parameter; null without one
   */
  record Wish(WebPage page, @Nullable String query, @Nullable String onward) {}

  /**
   * Decides it.
   *
   * @param there which pages there are
   */
  static Reply to(Wish wish, Visitor visitor, Predicate<WebPage> there) {
    WebPage page = wish.page();
    if (page.isOpen() && page != WebPage.LOGIN) {
      return new Shown(page, status(page));
    }
    return switch (visitor) {
      case Visitor.Unknown() -> new Shown(WebPage.DISTURBED, status(WebPage.DISTURBED));
      case Visitor.Stranger() when page == WebPage.LOGIN -> shown(page);
      case Visitor.Newcomer() when page == WebPage.LOGIN -> shown(page);
      case Visitor.Stranger() -> new Led(Onward.login(page.path(), wish.query()));
      case Visitor.Newcomer() -> new Led(Onward.login(page.path(), wish.query()));
      case Visitor.Known(ApiClient client) -> known(wish, client.role(), there);
    };
  }

  private static Reply known(Wish wish, Role role, Predicate<WebPage> there) {
    WebPage own = WebPage.startOf(role);
    WebPage page = wish.page();
    String start = there.test(own) ? own.path() : WebPage.START.path();
    if (page == WebPage.LOGIN) {
      Optional<String> onward = Onward.of(wish.onward());
      return new Led(onward.orElse(start));
    }
    if (page == WebPage.START && there.test(own)) {
      return new Led(start);
    }
    return page.isFor(role) ? shown(page) : new Shown(WebPage.FORBIDDEN, 403);
  }

  private static Reply shown(WebPage page) {
    return new Shown(page, status(page));
  }

  private static int status(WebPage page) {
    return switch (page) {
      case MISSING -> 404;
      case FORBIDDEN -> 403;
      case DISTURBED -> 503;
      case START,
          LOGIN,
          ACCOUNT,
          DESK,
          LEADING,
          QUEUES,
          AGENTS,
          TEXTS,
          ANNOUNCEMENTS,
          CALLS,
          CENTRES,
          PLANNING,
          AUDIT ->
          200;
    };
  }
}
