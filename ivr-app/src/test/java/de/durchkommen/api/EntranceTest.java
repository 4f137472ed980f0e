package de.durchkommen.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import de.durchkommen.database.TestClock;
import de.durchkommen.database.TestDatabase;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every request passes first; Mockito stands for the servlet container. */
class EntranceTest {
  private static final TestDatabase ROWS = TestDatabase.fresh();
  private static ApiKey portal = new ApiKey("", "");

  private final Entrance entrance = new Entrance();
  private final HttpServletRequest request = mock(HttpServletRequest.class);
  private final HttpServletResponse response = mock(HttpServletResponse.class);
  private final Map<String, String> headers = new HashMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private Optional<WayIn.Admitted> person = Optional.empty();
  private int status = 200;

  @BeforeAll
  static void open() {
    portal = Clients.added(ROWS, "portal", Role.BOOKING, 1);
  }

  @AfterAll
  static void close() {
    ROWS.close();
  }

  @BeforeEach
  void container() throws IOException {
    TestClock clock = new TestClock(Instant.parse("2026-12-01T11:00:00Z"));
    KnownClients clients = new KnownClients(ROWS.patient(), clock);
    entrance.begin(clients, new Bulkheads(), new Random(), any -> person);
    when(response.getOutputStream()).thenReturn(new Written(body));
    doAnswer(call -> headers.put(call.getArgument(0), call.getArgument(1)))
        .when(response)
        .setHeader(anyString(), any());
    doAnswer(call -> status = call.getArgument(0)).when(response).setStatus(any(Integer.class));
    shows("Bearer " + portal.text());
  }

  private void shows(@Nullable String authorization) {
    when(request.getHeader("Authorization")).thenReturn(authorization);
  }

  private String entered(FilterChain chain) throws IOException, ServletException {
    entrance.doFilter(request, response, chain);
    return body.toString(StandardCharsets.UTF_8);
  }

  private static HttpServletRequest seen(Object request) {
    return (HttpServletRequest) request;
  }

  @Test
  void letsAClientInByItsKey() throws Exception {
    for (String scheme : new String[] {"Bearer ", "bearer ", "BEARER  "}) {
      shows(scheme + portal.text());
      entered((inside, out) ->
          assertThat(seen(inside).getUserPrincipal())
              .isEqualTo(new ApiClient("portal", Role.BOOKING)));
    }
    assertThat(status).isEqualTo(200);
    assertThat(headers)
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("X-Content-Type-Options", "nosniff");
  }

  @Test
  void refusesEveryWrongKeyAlike() throws Exception {
    String wrongSecret = "dk_portal_" + "A".repeat(43);
    String stranger = "dk_stranger_" + portal.secret();
    for (String wrong : new String[] {wrongSecret, stranger, "dk_", "dk_portal_x"}) {
      body.reset();
      shows("Bearer " + wrong);
      assertThat(entered((inside, out) -> status = 0))
          .startsWith("{\"type\":\"urn:durchkommen:problem:unauthorized\"")
          .isEqualTo(new String(ProblemAnswer.bytes(Entrance.refused()), StandardCharsets.UTF_8));
      assertThat(status).isEqualTo(401);
      assertThat(headers).containsEntry("WWW-Authenticate", "Bearer");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic dXNlcg==", "Bearer 0123456789abcdef", "dk_portal_x"})
  void whoShowsNoKeyOfTheApiGoesOnAsNobody(String authorization) throws Exception {
    shows(authorization.isEmpty() ? null : authorization);
    entered((inside, out) -> {
      assertThat(seen(inside).getUserPrincipal()).isNull();
      status = 299;
    });
    assertThat(status).isEqualTo(299);
  }

  @Test
  void whoShowsNoKeyMayBeAPersonWithALimitOfTheirOwn() throws Exception {
    ApiClient erika = new ApiClient("@erika", Role.AGENT);
    person = Optional.of(new WayIn.Admitted(erika, 1));
    entered((inside, out) ->
        assertThat(seen(inside).getUserPrincipal())
            .isEqualTo(new ApiClient("portal", Role.BOOKING)));
    shows(null);
    entered((inside, out) -> {
      assertThat(seen(inside).getUserPrincipal()).isEqualTo(erika);
      assertThat(entered((second, again) -> status = 0)).contains("too-many-requests");
      assertThat(status).isEqualTo(429);
    });
  }

  @Test
  void oneMoreThanAtOnceIsTooMany() throws Exception {
    entered((inside, out) -> {
      assertThat(entered((second, again) -> status = 0)).contains("too-many-requests");
      assertThat(status).isEqualTo(429);
      assertThat(headers).containsEntry("Retry-After", "1");
      shows(null);
      entered((nobody, again) -> status = 299);
      assertThat(status).isEqualTo(299);
    });
    shows("Bearer " + portal.text());
    entered((inside, out) -> status = 298);
    assertThat(status).isEqualTo(298);
  }

  @Test
  void aPlaceIsGivenBackWhenARequestFails() throws Exception {
    for (int i = 0; i < 2; i++) {
      body.reset();
      String answer =
          entered((inside, out) -> {
            throw new IllegalStateException("code 4056335248");
          });
      assertThat(status).isEqualTo(500);
      assertThat(answer).contains("problem:bug", "reference").doesNotContain("4056335248");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "65536, application/json, true",
    "65537, application/json, false",
    "65537, , false",
    "65537, text/csv; charset=utf-8, true",
    "-1, application/json, true"
  })
  void refusesALargeBodyByItsOwnWord(long length, @Nullable String type, boolean fits)
      throws Exception {
    when(request.getContentLengthLong()).thenReturn(length);
    when(request.getContentType()).thenReturn(type);
    entered((inside, out) -> status = 299);
    assertThat(status).isEqualTo(fits ? 299 : 413);
  }

  @ParameterizedTest
  @CsvSource({
    "65536, application/json, true",
    "65537, application/json, false",
    "65537, text/csv, true"
  })
  void refusesALargeBodyThatDidNotSaySo(int length, String type, boolean fits) throws Exception {
    when(request.getContentLengthLong()).thenReturn(-1L);
    when(request.getContentType()).thenReturn(type);
    when(request.getInputStream()).thenReturn(new Sent(new byte[length]));
    entered((inside, out) -> {
      assertThat(seen(inside).getInputStream().readAllBytes()).hasSize(length);
      status = 299;
    });
    assertThat(status).isEqualTo(fits ? 299 : 413);
  }

  @ParameterizedTest
  @CsvSource({"abc-1._X, true", "'', false", "a b, false", "ä, false", "a;b, false"})
  void takesARequestsIdWhenItIsWellFormed(String given, boolean taken) throws Exception {
    when(request.getHeader("X-Request-Id")).thenReturn(given);
    entered((inside, out) ->
        assertThat(seen(inside).getHeader("x-request-id")).isEqualTo(headers.get("X-Request-Id")));
    if (taken) {
      assertThat(headers).containsEntry("X-Request-Id", given);
    } else {
      assertThat(headers.get("X-Request-Id")).matches("[0-9a-z]{6,13}");
    }
  }

  @ParameterizedTest
  @CsvSource({"64, true", "65, false"})
  void aRequestsIdHasALimit(int length, boolean taken) {
    String given = "a".repeat(length);
    assertThat(RequestId.of(given, new Random()).equals(given)).isEqualTo(taken);
  }

  /** A body that is sent. */
  private static final class Sent extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Sent(byte[] bytes) {
      this.bytes = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, length);
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException();
    }
  }

  /** A body that is answered. */
  private static final class Written extends ServletOutputStream {
    private final ByteArrayOutputStream bytes;

    Written(ByteArrayOutputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public void write(int next) {
      bytes.write(next);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
