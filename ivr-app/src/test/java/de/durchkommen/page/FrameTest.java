package de.durchkommen.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages of the console have in common. */
class FrameTest {
  private static final Path PAGES = Path.of("src/main/webapp/WEB-INF/pages");

  private static String parts() throws IOException {
    return Files.readString(Path.of("src/main/webapp").resolve(WebPage.PARTS.substring(1)));
  }

  @Test
  void theShownPageIsMarkedAndNoOtherOne() throws IOException {
    String html = new Frame(parts()).around("<body>\n  <!-- bereiche -->\n", "/leitung");
    assertThat(html)
        .contains("href=\"/leitung\" aria-current=\"page\"")
        .containsOnlyOnce("aria-current")
        .doesNotContain(Frame.MARK);
  }

  /** A page that nobody leads to would be found by nobody. */
  @Test
  void everyPageOfTheConsoleIsLedToAndLeadsToTheOthers() throws IOException {
    for (WebPage page : WebPage.values()) {
      if (page.path().startsWith("/leitung")) {
        assertThat(parts()).contains("href=\"" + page.path() + "\"");
        assertThat(Files.readString(Path.of("src/main/webapp").resolve(page.file().substring(1))))
            .contains(Frame.MARK);
      }
    }
  }

  @Test
  void otherPagesStayAsTheyAre() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      assertThat(files).hasSizeGreaterThan(10);
    }
    assertThat(new Frame(parts()).around("<p>Ein Platz</p>", "/platz"))
        .isEqualTo("<p>Ein Platz</p>");
  }
}
