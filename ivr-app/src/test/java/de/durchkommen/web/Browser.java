package de.durchkommen.web;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The machine's own Chromium, one for each class of tests, driven by Playwright. Not for several
 * threads.
 */
public final class Browser implements AutoCloseable {
  private static final List<String> PROGRAMS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  /** A browser of an unprivileged user has its own sandbox; root's cannot have it. */
  private static final boolean SANDBOX = !System.getProperty("user.name", "").equals("root");

  /** For what is to be seen; a machine that is busy takes its time. */
  private static final double PATIENCE_MILLIS = 60_000;

  /** Nothing is looked for outside of the machine. */
  private static final List<String> QUIET =
      List.of(
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-gpu",
          "--disable-quic",
          "--disable-sync",
          "--no-first-run",
          // Its microphone beeps.
          "--use-fake-device-for-media-stream");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    Path program = program();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(program)
                    .setChromiumSandbox(SANDBOX)
                    .setArgs(QUIET));
  }

  private static Path program() {
    return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(File.pathSeparator))
        .flatMap(folder -> PROGRAMS.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new AssertionError(
                "Für die Prüfungen der Web-Seiten fehlt ein Chromium. Auf Debian: sudo apt-get"
                    + " install --no-install-recommends chromium (gesucht im PATH: "
                    + String.join(", ", PROGRAMS)
                    + ")"));
  }

  /** A window of somebody who has not been here before: 1280 × 720, in light colours. */
  public Window window() {
    return window(1280, 720);
  }

  /** Such a window of another size, in pixels. */
  public Window window(int width, int height) {
    return new Window(
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setPermissions(List.of("microphone"))
                .setLocale("de-DE")
                .setTimezoneId("Europe/Berlin")));
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }

  /** Gives a class of tests its browser. */
  public static final class Shared implements ParameterResolver {
    /** For JUnit. */
    public Shared() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      ExtensionContext whole =
          context.getTestMethod().isPresent() ? context.getParent().orElseThrow() : context;
      return whole
          .getStore(ExtensionContext.Namespace.create(Browser.class))
          .getOrComputeIfAbsent("browser", key -> new Browser());
    }
  }
}
