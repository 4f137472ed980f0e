package de.durchkommen.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import de.durchkommen.line.MadeCertificate;
import de.durchkommen.settings.SteadyClock;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.ArgumentCaptor;

/** What is told of a real certificate, of none, and of a file that is something else. */
class CertificateTermTest {
  private static final String SETTING = "durchkommen.tls.certificate";

  @TempDir private Path folder = Path.of("");

  private final MetricRegistry registry = mock();

  private void started(Map<String, String> settings) {
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "test", 100))
            .build();
    assertThat(new CertificateTerm(config, new SteadyClock(ZoneOffset.UTC), registry)).isNotNull();
  }

  private long told() {
    ArgumentCaptor<Supplier<Long>> told = ArgumentCaptor.captor();
    ArgumentCaptor<Metadata> name = ArgumentCaptor.captor();
    verify(registry).gauge(name.capture(), told.capture());
    assertThat(name.getValue().getName()).isEqualTo("certificate_valid_seconds");
    return told.getValue().get();
  }

  @Test
  void ofARealOneItIsToldForHowLongItIsGood() throws IOException, InterruptedException {
    Path made = MadeCertificate.in(folder, "web", "san=dns:localhost");
    started(Map.of(SETTING, made.toString()));
    assertThat(Duration.ofSeconds(told())).isBetween(Duration.ofDays(89), Duration.ofDays(90));
  }

  @Test
  void whatCannotBeReadCountsAsEnded() throws IOException {
    Path other = Files.writeString(folder.resolve("web.crt"), "no certificate");
    started(Map.of(SETTING, other.toString()));
    assertThat(told()).isZero();
  }

  @Test
  void withoutTlsNothingIsTold() {
    started(Map.of());
    verifyNoInteractions(registry);
  }
}
