package de.durchkommen.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must not be in pages and scripts; a browser would refuse most of it, but late. */
class WebFilesTest {
  private static final Path FOLDER = Path.of("src/main/webapp");

  /** Text that becomes HTML or code, and what the policy forbids within a page. */
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|createContextualFragment|\\beval\\("
              + "|new Function|DOMParser|setHTML|<script(?![^>]* src=)|<style|\\sstyle=|\\son[a-z]+=\""
              + "|javascript:");

  private static final Pattern OTHER_SITE =
      Pattern.compile("(src|href|from|url|import)\\W{1,4}(https?:)?//");

  private static Map<String, String> files(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(FOLDER)) {
      Map<String, String> files = new TreeMap<>();
      all.filter(file -> file.toString().endsWith(ending))
          .forEach(file -> files.put(file.toString(), text(file)));
      assertThat(files).isNotEmpty();
      return files;
    }
  }

  private static Map<String, String> pages() throws IOException {
    Map<String, String> pages = files(".html");
    pages.keySet().removeIf(name -> name.endsWith(WebPage.PARTS));
    return pages;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void nothingMakesHtmlOrCodeOutOfText() throws IOException {
    for (String ending : List.of(".html", ".js")) {
      files(ending)
          .forEach((name, text) -> {
            assertThat(FORBIDDEN.matcher(text).results().map(hit -> hit.group()))
                .as(name)
                .isEmpty();
            assertThat(OTHER_SITE.matcher(text).results().map(hit -> hit.group()))
                .as(name)
                .isEmpty();
          });
    }
  }

  @Test
  void eachPageHasWhatAllPagesNeed() throws IOException {
    pages()
        .forEach((name, text) ->
            assertThat(text)
                .as(name)
                .contains(
                    "<html lang=\"de\">",
                    "name=\"viewport\"",
                    "<title>",
                    " – Durchkommen</title>",
                    "class=\"skip\" href=\"#inhalt\"",
                    "<main id=\"inhalt\""));
  }

  /** Those of uPlot come into the WAR out of its webjar. */
  @Test
  void eachPageHasItsFiles() throws IOException {
    Pattern file = Pattern.compile("(?:src|href)=\"(/web/(?!uplot/)[^\"]+)\"");
    pages()
        .forEach((name, text) ->
            assertThat(file.matcher(text).results().map(hit -> FOLDER + hit.group(1)))
                .as(name)
                .isNotEmpty()
                .allSatisfy(wanted -> assertThat(Path.of(wanted)).exists()));
  }

  @Test
  void eachPageThatIsKnownHasAnAddressOfItsOwn() {
    assertThat(Stream.of(WebPage.values()).map(WebPage::path)).doesNotHaveDuplicates();
    assertThat(WebPage.at("/konto")).contains(WebPage.ACCOUNT);
    assertThat(WebPage.at("/x")).isEmpty();
  }
}
