package de.durchkommen.page;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Role;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees which page, and who is led where. */
class ReplyTest {
  private static final Visitor STRANGER = new Visitor.Stranger();
  private static final Visitor NEWCOMER = new Visitor.Newcomer();
  private static final Visitor ERIKA = new Visitor.Known(new ApiClient("@erika", Role.AGENT));
  private static final Visitor MAX = new Visitor.Known(new ApiClient("@max", Role.SUPERVISOR));

  /** As long as nobody has a page of their own. */
  private static boolean isThereYet(WebPage page) {
    return page != WebPage.DESK && page != WebPage.LEADING;
  }

  private static String reply(
      WebPage page, @Nullable String query, @Nullable String onward, Visitor who) {
    return reply(page, query, onward, who, any -> true);
  }

  private static String reply(
      WebPage page,
      @Nullable String query,
      @Nullable String onward,
      Visitor who,
      Predicate<WebPage> there) {
    return switch (Reply.to(new Reply.Wish(page, query, onward), who, there)) {
      case Reply.Led(String address) -> address;
      case Reply.Shown(WebPage shown, int status) -> shown + " " + status;
    };
  }

  @Test
  void withoutASessionAllLeadsToTheLoginAndBack() {
    assertThat(reply(WebPage.START, null, null, STRANGER)).isEqualTo("/anmelden");
    assertThat(reply(WebPage.ACCOUNT, null, null, STRANGER)).isEqualTo("/anmelden?weiter=%2Fkonto");
    assertThat(reply(WebPage.DESK, "a=1&b=2", null, NEWCOMER))
        .isEqualTo("/anmelden?weiter=%2Fplatz%3Fa%3D1%26b%3D2");
    assertThat(reply(WebPage.DESK, "a=<script>", null, STRANGER)).isEqualTo("/anmelden");
    assertThat(reply(WebPage.LOGIN, null, "/konto", STRANGER)).isEqualTo("LOGIN 200");
    assertThat(reply(WebPage.LOGIN, null, "/konto", NEWCOMER)).isEqualTo("LOGIN 200");
  }

  @Test
  void eachRoleBeginsOnItsOwnPageOnceThereIsOne() {
    assertThat(reply(WebPage.START, null, null, ERIKA)).isEqualTo("/platz");
    assertThat(reply(WebPage.START, null, null, MAX)).isEqualTo("/leitung");
    assertThat(reply(WebPage.START, null, null, ERIKA, ReplyTest::isThereYet))
        .isEqualTo("START 200");
    assertThat(reply(WebPage.LOGIN, null, null, MAX)).isEqualTo("/leitung");
    assertThat(reply(WebPage.LOGIN, null, null, MAX, ReplyTest::isThereYet)).isEqualTo("/");
  }

  @ParameterizedTest
  @EnumSource(WebPage.class)
  void theConsoleIsForSupervisorsOnly(WebPage page) {
    boolean console = page.path().startsWith("/leitung");
    assertThat(page.isFor(Role.AGENT)).isEqualTo(!console);
    assertThat(page.isFor(Role.SUPERVISOR)).isTrue();
    if (console) {
      assertThat(reply(page, null, null, ERIKA)).isEqualTo("FORBIDDEN 403");
      assertThat(reply(page, null, null, MAX)).isEqualTo(page + " 200");
      assertThat(reply(page, null, null, STRANGER))
          .isEqualTo("/anmelden?weiter=" + page.path().replace("/", "%2F"));
    }
  }

  @Test
  void supervisorsMaySitAtADesk() {
    assertThat(reply(WebPage.DESK, null, null, MAX)).isEqualTo("DESK 200");
  }

  @ParameterizedTest
  @EnumSource(
      value = WebPage.class,
      names = {
        "START",
        "LOGIN",
        "ACCOUNT",
        "DESK",
        "LEADING",
        "QUEUES",
        "AGENTS",
        "TEXTS",
        "ANNOUNCEMENTS",
        "CALLS",
        "CENTRES",
        "PLANNING",
        "AUDIT"
      })
  void whenNobodyCanTellWhoItIsThatIsSaid(WebPage page) {
    assertThat(reply(page, null, null, new Visitor.Unknown())).isEqualTo("DISTURBED 503");
  }

  @ParameterizedTest
  @CsvSource({
    "/konto, /konto",
    "/leitung/ansagen, /leitung/ansagen",
    "/leitung/anrufe, /leitung/anrufe",
    "/platz?anruf=12&x=a.b_c~d-e, /platz?anruf=12&x=a.b_c~d-e",
    "/, /platz",
    ", /platz"
  })
  void theLoginLeadsToAddressesOfOurs(@Nullable String onward, String led) {
    assertThat(reply(WebPage.LOGIN, null, onward, ERIKA)).isEqualTo(led);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/konto\r\nSet-Cookie: a=b",
        "/konto\n",
        "/%2f%2fevil.example",
        "/.//evil.example",
        "/konto//evil.example",
        "/konto#x",
        "/konto@evil.example",
        "konto",
        " /konto",
        "/anmelden?weiter=/anmelden",
        "/KONTO"
      })
  void theLoginLeadsNowhereElse(String onward) {
    assertThat(reply(WebPage.LOGIN, null, onward, ERIKA)).isEqualTo("/platz");
    assertThat(reply(WebPage.LOGIN, null, "/" + "a".repeat(200), ERIKA)).isEqualTo("/platz");
  }
}
