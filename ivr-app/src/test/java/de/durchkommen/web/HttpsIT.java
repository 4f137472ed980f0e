package de.durchkommen.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.launch.RunningApplication;
import de.durchkommen.launch.UsesApplication;
import de.durchkommen.line.TrustOf;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The web pages by TLS, with the certificate that the launcher has made. */
@UsesApplication
class HttpsIT {
  private final RunningApplication application;

  HttpsIT(RunningApplication application) {
    this.application = application;
  }

  private SSLContext trusting() throws Exception {
    return TrustOf.certificate(application.certificate());
  }

  private static HttpResponse<String> sent(HttpClient client, String path, String json)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(RunningApplication.secureUrl(path)))
            .header("Content-Type", "application/json")
            .method(
                json.isEmpty() ? "GET" : "POST",
                json.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(json))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void pagesAreThere(String protocol) throws Exception {
    SSLParameters only = new SSLParameters();
    only.setProtocols(new String[] {protocol});
    try (HttpClient client =
        HttpClient.newBuilder().sslContext(trusting()).sslParameters(only).build()) {
      HttpResponse<String> page = sent(client, "/leitung", "");
      assertThat(page.statusCode()).as("to the login").isEqualTo(303);
      assertThat(page.headers().firstValue("Location").orElse(""))
          .matches("(" + RunningApplication.secureUrl("") + ")?/[^/].*");
      assertThat(page.sslSession().orElseThrow().getProtocol()).isEqualTo(protocol);
    }
  }

  @Test
  void whoDoesNotKnowTheCertificateIsWarned() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThatThrownBy(() -> sent(client, "/leitung", "")).isInstanceOf(SSLException.class);
    }
  }

  /** Never sent without TLS again. */
  @Test
  void aSessionThatBeganByTlsStaysThere() throws Exception {
    String name = "tls-" + UUID.randomUUID().toString().substring(0, 8);
    String words =
        application.launched("account", "add", name, "--role", "agent", "--shown", "Erika Tee");
    String password =
        words
            .lines()
            .filter(line -> line.matches("([a-z2-9]{4}-){3}[a-z2-9]{4}"))
            .findFirst()
            .orElseThrow();
    try (HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build()) {
      HttpResponse<String> in =
          sent(
              client,
              "/api/v1/session",
              "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
      assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
      assertThat(in.headers().firstValue("Set-Cookie").orElse(""))
          .contains("; Secure", "; HttpOnly", "; SameSite=Strict");
    }
  }
}
