package de.durchkommen.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.durchkommen.database.TestClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one that is made, and an operator's. */
class CertificateTest {
  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

  @TempDir private Path project = Path.of("");

  private final TestClock clock = new TestClock(NOW);

  private Certificate certificate(String... settings) throws IOException {
    Map<String, String> environment = new HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      environment.put(settings[i], settings[i + 1]);
    }
    Settings read = Settings.of(project, environment);
    read.home().made();
    return Certificate.of(read, read.home(), List.of("localhost", "127.0.0.1"));
  }

  private static X509Certificate read(Certificate certificate)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(certificate.certificate())) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  @Test
  void oursIsForTheseNamesAndForAYear() throws IOException, GeneralSecurityException {
    Certificate ours = certificate();
    ours.make(clock);
    X509Certificate made = read(ours);
    made.verify(made.getPublicKey());
    assertThat(made.getSubjectAlternativeNames())
        .extracting(name -> String.valueOf(name.get(1)))
        .containsExactly("localhost", "127.0.0.1");
    assertThat(made.getNotAfter().toInstant()).isAfter(NOW.plus(Duration.ofDays(365)));
    assertThat(Duration.between(made.getNotBefore().toInstant(), made.getNotAfter().toInstant()))
        .isLessThan(Duration.ofDays(398));
    assertThat(made.getBasicConstraints()).as("signs no others").isEqualTo(-1);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ours.key())))
        .isEqualTo("rw-------");
  }

  @Test
  void oursStaysUntilItEndsSoonOrIsForOtherNames() throws IOException {
    Certificate ours = certificate();
    ours.make(clock);
    String first = Files.readString(ours.certificate());
    clock.pass(Duration.ofDays(300));
    ours.make(clock);
    assertThat(Files.readString(ours.certificate())).isEqualTo(first);
    clock.pass(Duration.ofDays(70));
    ours.make(clock);
    String second = Files.readString(ours.certificate());
    assertThat(second).isNotEqualTo(first);
    Certificate others =
        certificate("DURCHKOMMEN_TLS_NAMES", "hotline.example, 192.0.2.7, 2001:db8::7");
    others.make(clock);
    String third = Files.readString(ours.certificate());
    assertThat(third).isNotEqualTo(second);
    others.make(clock);
    assertThat(Files.readString(ours.certificate())).isEqualTo(third);
  }

  @Test
  void whatIsDamagedIsMadeAnew() throws IOException, GeneralSecurityException {
    Certificate ours = certificate();
    ours.make(clock);
    Files.writeString(ours.key(), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    ours.make(clock);
    assertThat(read(ours).getNotAfter()).isAfter(NOW);
    ours.store(project.resolve("store"), "secret");
  }

  @Test
  void theStoreHasKeyAndCertificate() throws IOException, GeneralSecurityException {
    Certificate ours = certificate();
    ours.make(clock);
    Path file = project.resolve("store.p12");
    ours.store(file, "secret");
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, "secret".toCharArray());
    }
    assertThat(store.getKey(Certificate.alias(), "secret".toCharArray())).isNotNull();
    assertThat(store.getCertificate(Certificate.alias())).isEqualTo(read(ours));
  }

  @Test
  void anOperatorsFilesAreTakenAsTheyAre() throws IOException {
    Certificate ours = certificate();
    ours.make(clock);
    Path chain = Files.copy(ours.certificate(), project.resolve("their.crt"));
    Path key = Files.copy(ours.key(), project.resolve("their.key"));
    Certificate theirs =
        certificate("DURCHKOMMEN_TLS_CERTIFICATE", "their.crt", "DURCHKOMMEN_TLS_KEY", "their.key");
    clock.pass(Duration.ofDays(1_000));
    String before = Files.readString(chain);
    theirs.make(clock);
    assertThat(Files.readString(chain)).isEqualTo(before);
    assertThat(theirs.key()).isEqualTo(key);
  }

  @Test
  void whatCannotBeUsedIsSaid() throws IOException {
    assertThatThrownBy(() -> certificate("DURCHKOMMEN_TLS_KEY", "their.key"))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("gehören zusammen");
    Files.writeString(project.resolve("their.crt"), "no PEM");
    Files.writeString(project.resolve("their.key"), "no PEM");
    Certificate theirs =
        certificate("DURCHKOMMEN_TLS_CERTIFICATE", "their.crt", "DURCHKOMMEN_TLS_KEY", "their.key");
    assertThatThrownBy(() -> theirs.make(clock))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("their.key")
        .hasMessageContaining("PEM");
  }

  @Test
  void itIsToldUntilWhenItIsGood() throws IOException {
    Certificate ours = certificate();
    assertThat(ours.term(clock)).isEqualTo("wird beim Start gemacht");
    ours.make(clock);
    assertThat(ours.term(clock)).isEqualTo("gilt bis 02.01.2028");
    clock.pass(Duration.ofDays(400));
    assertThat(ours.term(clock)).isEqualTo("galt nur bis 02.01.2028");
    Files.writeString(project.resolve("their.crt"), "no certificate");
    Files.writeString(project.resolve("their.key"), "no key");
    Certificate theirs =
        certificate("DURCHKOMMEN_TLS_CERTIFICATE", "their.crt", "DURCHKOMMEN_TLS_KEY", "their.key");
    assertThat(theirs.term(clock)).isEqualTo("ist nicht zu gebrauchen");
  }
}
