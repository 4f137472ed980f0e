package de.durchkommen.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlPrinterTest {
  @Test
  void keepsARowOnOneLine() {
    assertThat(SqlPrinter.escaped("a\tb\nc\\d\re")).isEqualTo("a\\tb\\nc\\\\d\\re");
    assertThat(SqlPrinter.escaped(null)).isEqualTo("NULL");
    assertThat(SqlPrinter.escaped("Gießen")).isEqualTo("Gießen");
  }

  @Test
  void thePasswordIsNotInWhatIsShown() {
    var database = new DatabaseAddress("jdbc:mariadb://h/d", "u", "hidden", true);
    assertThat(database).hasToString("jdbc:mariadb://h/d (u)");
  }
}
