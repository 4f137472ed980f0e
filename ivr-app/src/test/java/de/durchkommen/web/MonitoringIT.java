package de.durchkommen.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.RunningApplication;
import de.durchkommen.launch.UsesApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dashboard and alert rules ask for nothing that the application does not tell. */
@UsesApplication
class MonitoringIT {
  private static final Path FILES =
      Path.of(System.getProperty("durchkommen.project", "..")).resolve("docker/monitoring");
  private static final Pattern ASKED =
      Pattern.compile("\\b((?:people_)?(?:queue|recording|clock)_[a-z_]+)\\b");
  private static final Pattern TOLD =
      Pattern.compile("^([a-z_]+)(?:\\{[^}]*})? [0-9NE.+-]", Pattern.MULTILINE);

  private final RunningApplication application;

  MonitoringIT(RunningApplication application) {
    this.application = application;
  }

  @ParameterizedTest
  @ValueSource(strings = {"alerts.yaml", "dashboard.json"})
  void eachMetricThatIsAskedForIsTold(String file) throws IOException, InterruptedException {
    String metrics = application.send(null, "GET", "metrics", null).body();
    Set<String> asked = names(ASKED, Files.readString(FILES.resolve(file)));
    assertThat(asked).hasSizeGreaterThan(5);
    assertThat(names(TOLD, metrics)).as("%s", metrics).containsAll(asked);
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
