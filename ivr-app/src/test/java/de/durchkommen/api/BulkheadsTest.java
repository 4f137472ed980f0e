package de.durchkommen.api;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.api.Bulkheads.Place;
import de.durchkommen.database.Together;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BulkheadsTest {
  private static final ApiClient PORTAL = new ApiClient("portal", Role.BOOKING);
  private static final ApiClient DESK = new ApiClient("desk", Role.AGENT);

  private final Bulkheads bulkheads = new Bulkheads();

  @Test
  void givesEachClientItsPlacesAndNoMore() {
    Place first = bulkheads.place(PORTAL, 2).orElseThrow();
    assertThat(bulkheads.place(PORTAL, 2)).isPresent();
    assertThat(bulkheads.place(PORTAL, 2)).isEmpty();
    assertThat(bulkheads.place(DESK, 2)).isPresent();
    first.close();
    assertThat(bulkheads.place(PORTAL, 2)).isPresent();
    assertThat(bulkheads.place(PORTAL, 2)).isEmpty();
  }

  @Test
  void manyAtOnceGetNoMoreEither() {
    List<Optional<Place>> places = Together.run(64, i -> bulkheads.place(PORTAL, 8));
    assertThat(places).filteredOn(Optional::isPresent).hasSize(8);
    places.forEach(place -> place.ifPresent(Place::close));
    assertThat(Together.run(8, i -> bulkheads.place(PORTAL, 8))).allMatch(Optional::isPresent);
  }
}
