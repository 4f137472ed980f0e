package de.durchkommen.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import de.durchkommen.launch.RunningApplication;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A window of a browser with cookies of its own, which notes what the browser complains of. */
public final class Window implements AutoCloseable {
  private static final Path SHOTS =
      Path.of(System.getProperty("durchkommen.project", ".."), "ivr-app/target/screenshots");
  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

  /** As long as what is on its way may take on a busy machine. */
  private static final int STILL_MS = 3_000;

  /** Asking who is logged in, being refused, or having no connection is no fault of a page. */
  private static final String REFUSED = "Failed to load resource: ";

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  Window(BrowserContext context) {
    this.context = context;
    this.page = watched(context.newPage());
  }

  private Page watched(Page fresh) {
    fresh.onPageError(complaints::add);
    fresh.onConsoleMessage(message -> {
      if (List.of("error", "warning").contains(message.type())
          && !message.text().startsWith(REFUSED)) {
        complaints.add(message.text());
      }
    });
    return fresh;
  }

  /** What Playwright makes of it. */
  public Page page() {
    return page;
  }

  /** A second page of the same person. */
  public Page another() {
    return watched(context.newPage());
  }

  /** What scripts failed at, and what the content security policy forbade. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Goes to a page of the application; {@code path} begins with a slash. */
  public Window open(String path) {
    page.navigate(RunningApplication.url(path));
    return this;
  }

  /** Where it is: path and query. */
  public String address() {
    URI now = URI.create(page.url());
    String query = now.getRawQuery();
    return query == null ? now.getRawPath() : now.getRawPath() + "?" + query;
  }

  /** Waits until it is there, and nothing is under way. */
  public Window at(String path) {
    page.waitForURL(RunningApplication.url(path));
    page.waitForLoadState();
    return this;
  }

  /** Keeps what is to be seen, in both colour schemes, for people to look at. */
  public void shot(String name) {
    for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      in(scheme);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(SHOTS.resolve(name + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png"))
              .setFullPage(true));
    }
  }

  /**
   * What keeps somebody from using the page as it is now, in either colour scheme. What is only on
   * its way, a colour or a text that is just coming, keeps nobody: it is looked for a second time.
   */
  public List<String> barriers() {
    List<String> found = looked();
    if (found.isEmpty()) {
      return found;
    }
    page.waitForTimeout(STILL_MS);
    return looked();
  }

  private List<String> looked() {
    List<String> barriers = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      in(scheme);
      for (Rule rule : axe().analyze().getViolations()) {
        rule.getNodes()
            .forEach(node ->
                barriers.add(
                    scheme
                        + " "
                        + rule.getId()
                        + ": "
                        + node.getHtml()
                        + " "
                        + node.getFailureSummary()));
      }
    }
    return barriers;
  }

  /**
   * The way before version 4.3, which looks at the frames of others only in part. There are none;
   * the other way starts a process for each look.
   */
  @SuppressWarnings("deprecation")
  private AxeBuilder axe() {
    return new AxeBuilder(page).setLegacyMode(true).withTags(RULES);
  }

  /** How many pixels of the page are beside the window. */
  public int overhang() {
    return ((Number)
            page.evaluate(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .intValue();
  }

  /** The id of what has the focus. */
  public String focus() {
    return String.valueOf(page.evaluate("() => document.activeElement.id"));
  }

  private void in(ColorScheme scheme) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    // Colours that change slowly would be measured on their way; and a browser that has nothing to
    // show does not go on with them, so nobody waits.
    page.evaluate("() => document.getAnimations().forEach(a => a.finish())");
  }

  @Override
  public void close() {
    context.close();
  }
}
