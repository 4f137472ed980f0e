package de.durchkommen.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Memory does not grow with the file: a JVM that could not hold it takes it. */
class ImportMemoryTest {
  /** About 5 MB of text; as objects, several times of that. */
  private static final int LINES = 60_000;

  private static final TestDatabase ROWS = TestDatabase.fresh();

  @AfterAll
  static void close() {
    ROWS.close();
  }

  @Test
  void takesALargeFileInLittleMemory() throws Exception {
    Process program =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx20m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    classPath(),
                    ImportProgram.class.getName(),
                    ROWS.address(),
                    String.valueOf(LINES)))
            .redirectErrorStream(true)
            .start();
    String output = new String(program.getInputStream().readAllBytes(), UTF_8);

    assertThat(program.waitFor()).as(output).isZero();
    assertThat(ROWS.rows("SELECT COUNT(*) FROM person")).containsExactly("" + LINES);
  }

  /** That of the tests; where they run from a jar that only points to it, that is told apart. */
  private static String classPath() {
    String own = System.getProperty("java.class.path");
    return System.getProperty("surefire.test.class.path", own);
  }
}
