package de.durchkommen.node;

import de.durchkommen.database.Migrated;
import de.durchkommen.settings.SteadyClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Tells {@code certificate_valid_seconds}, for how long the certificate is still good that this
 * node was started with: one that nobody replaces in time keeps everybody out at once, agents from
 * their pages and the application from Asterisk. 0 when it has ended or cannot be read; nothing is
 * told when there is none.
 */
@ApplicationScoped
class CertificateTerm {
  private static final Logger LOG = System.getLogger(CertificateTerm.class.getName());

  /** For the container's proxy. */
  CertificateTerm() {}

  /**
   * Reads it once, as the web server does.
   *
   * @param config with {@code durchkommen.tls.certificate}, a file (PEM) whose first certificate is
   *     meant
   */
  @Inject
  CertificateTerm(Config config, SteadyClock clock, MetricRegistry registry) {
    Optional<Path> file =
        config.getOptionalValue("durchkommen.tls.certificate", String.class).map(Path::of);
    file.ifPresent(pem -> {
      Instant end = end(pem);
      registry.gauge(
          Metadata.builder()
              .withName("certificate_valid_seconds")
              .withDescription("For how long this node's certificate is still good")
              .build(),
          () -> Math.max(0, Duration.between(clock.instant(), end).toSeconds()));
    });
  }

  /** Has it made with the application: nobody else ever needs it. */
  void begin(@Observes Migrated migrated) {
    // The constructor has done all.
  }

  private static Instant end(Path pem) {
    try (InputStream in = Files.newInputStream(pem)) {
      X509Certificate first =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      return first.getNotAfter().toInstant();
    } catch (IOException | CertificateException unreadable) {
      LOG.log(Level.WARNING, "durchkommen.tls.certificate: " + pem + " cannot be read", unreadable);
      return Instant.EPOCH;
    }
  }
}
