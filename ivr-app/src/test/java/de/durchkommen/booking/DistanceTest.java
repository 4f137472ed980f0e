package de.durchkommen.booking;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.database.Sql;
import de.durchkommen.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which centres are near. The orders are those of the air-line distances on a map; neighbours in
 * them differ by 5 km and more, so they do not hang on where in a town one measures. Coordinates of
 * centres: of the postcodes of their halls, from GeoNames (see V8__inventory.sql).
 */
class DistanceTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();

  private final Atlas atlas = new Atlas();

  @BeforeAll
  static void centres() {
    DATABASE.execute(
        """
        INSERT INTO centre (id, name, postcode, lat, lon) VALUES
          ('kassel', 'Kassel', '34121', 51.3056, 9.4652),
          ('giessen', 'Gießen', '35390', 50.5849, 8.6742),
          ('fulda', 'Fulda', '36037', 50.5518, 9.6833),
          ('frankfurt', 'Frankfurt', '60327', 50.1038, 8.6522),
          ('wiesbaden', 'Wiesbaden', '65185', 50.0773, 8.2424),
          ('darmstadt', 'Darmstadt', '64283', 49.8719, 8.6484)
        """);
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Bad Karlshafen, 34385, Kassel Fulda Gießen Frankfurt Wiesbaden Darmstadt",
    "Sontra, 36205, Kassel Fulda Gießen Frankfurt",
    "Neukirchen (Knüll), 34626, Fulda Kassel Gießen Frankfurt Wiesbaden",
    "Alsfeld, 36304, Fulda Gießen Kassel Frankfurt Wiesbaden",
    "Bad Nauheim, 61231, Gießen Frankfurt Wiesbaden Darmstadt Fulda Kassel",
    "Limburg, 65549, Wiesbaden Gießen",
    "Bad Camberg, 65520, Wiesbaden Frankfurt Gießen Darmstadt Fulda Kassel",
    "Erbach (Odenwald), 64711, Darmstadt Frankfurt Wiesbaden Gießen Fulda Kassel",
    "Neckarsteinach, 69239, Darmstadt Frankfurt Wiesbaden Gießen Fulda Kassel",
    "Mannheim beyond the border, 68159, Darmstadt",
    "Göttingen beyond the border, 37073, Kassel Fulda",
    "nowhere near, 10115, Frankfurt",
  })
  void nearestFirst(String town, String postcode, String order) {
    assertThat(order(postcode)).as(town).startsWith(order);
  }

  @Test
  void everyPostcodeOfHessenIsInHessen() {
    assertThat(
            DATABASE.rows(
                "SELECT COUNT(*), MIN(lat) > 49.3, MAX(lat) < 51.7, MIN(lon) > 7.7,"
                    + " MAX(lon) < 10.3 FROM postcode_place"))
        .containsExactly("552 1 1 1 1");
  }

  private String order(String postcode) {
    return DATABASE
        .database()
        .answer(
            entities ->
                atlas.nearestFirst(new Sql(entities), postcode, Stage.NOW).stream()
                    .map(Centre::name)
                    .reduce((nearer, farther) -> nearer + " " + farther)
                    .orElseThrow(),
            why -> {
              throw new AssertionError(why);
            });
  }
}
