package de.durchkommen.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is written into the audit has German words on its page. */
class AuditWordsTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path PAGE = Path.of("src/main/webapp/web/protokoll.js");
  private static final Pattern ACTION =
      Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+|[A-Z]+_(?:[A-Z]+_)?)\"");
  private static final Pattern WORD = Pattern.compile("([A-Z]+(?:_[A-Z]+)+): '");

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> actions() throws IOException {
    try (Stream<Path> all = Files.walk(SOURCES)) {
      return all.filter(file -> file.toString().endsWith(".java"))
          .map(AuditWordsTest::text)
          .filter(text -> text.contains("AuditEvent(") || text.contains("changes.add("))
          .flatMap(text -> ACTION.matcher(text).results().map(hit -> hit.group(1)))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void eachActionHasWords() throws IOException {
    List<String> words =
        WORD.matcher(Files.readString(PAGE)).results().map(hit -> hit.group(1)).toList();
    assertThat(words).hasSizeGreaterThan(30).doesNotHaveDuplicates();
    assertThat(actions())
        .hasSizeGreaterThan(25)
        .allSatisfy(action ->
            assertThat(words)
                .anyMatch(
                    word -> action.endsWith("_") ? word.startsWith(action) : word.equals(action)));
  }
}
