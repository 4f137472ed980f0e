package de.durchkommen.booking;

import static java.util.Comparator.comparingDouble;

import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Which centres and vaccines there are, and what is near. Read from the database every {@link
 * Limits#ATLAS_AGE}, so that a change is known soon and a rush does not ask for it again and again.
 *
 * <p>A postcode of Hessen has its own place; one beyond the border that of its region, by the first
 * two or three digits; any other is treated like Frankfurt.
 */
final class Atlas {
  /** Postcodes of which the place is remembered; Hessen has some 550. */
  private static final int MOST_PLACES = 10_000;

  private static final String CENTRES = "SELECT id, name, lat, lon FROM centre ORDER BY id";
  private static final String VACCINES =
      "SELECT id, name, fewest_days, most_days FROM vaccine ORDER BY id";
  private static final String PLACE = "SELECT lat, lon FROM postcode_place WHERE postcode = ?";
  private static final String REGION =
      """
      SELECT lat, lon FROM postcode_region
      WHERE LEFT(?, CHAR_LENGTH(prefix)) = prefix
      ORDER BY CHAR_LENGTH(prefix) DESC LIMIT 1
      """;

  private record Site(Centre centre, Place place) {}

  /** What was read at one time. */
  private record Sheet(Instant at, List<Site> sites, List<Vaccine> vaccines) {}

  private final ConcurrentMap<String, Place> places = new ConcurrentHashMap<>();
  private volatile @Nullable Sheet latest;

  /** All centres, the nearest to the postcode first. */
  List<Centre> nearestFirst(Sql sql, String postcode, Instant now) {
    Place home = home(sql, postcode);
    return sheet(sql, now).sites().stream()
        .sorted(comparingDouble(site -> site.place().kilometresTo(home)))
        .map(Site::centre)
        .toList();
  }

  /** The centres within so many kilometres of the postcode, or the nearest one. */
  List<Centre> around(Sql sql, String postcode, double km, Instant now) {
    Place home = home(sql, postcode);
    List<Site> near =
        sheet(sql, now).sites().stream()
            .filter(site -> site.place().kilometresTo(home) <= km)
            .toList();
    return near.isEmpty()
        ? nearestFirst(sql, postcode, now).stream().limit(1).toList()
        : near.stream().map(Site::centre).toList();
  }

  /** All vaccines. */
  List<Vaccine> vaccines(Sql sql, Instant now) {
    return sheet(sql, now).vaccines();
  }

  /** The centre with this id. */
  Optional<Centre> centre(Sql sql, String id, Instant now) {
    return sheet(sql, now).sites().stream()
        .map(Site::centre)
        .filter(centre -> centre.id().equals(id))
        .findFirst();
  }

  private Sheet sheet(Sql sql, Instant now) {
    Sheet known = latest;
    if (known != null && now.isBefore(known.at().plus(Limits.ATLAS_AGE))) {
      return known;
    }
    Sheet read =
        new Sheet(
            now,
            sql.rows(CENTRES, Atlas::site, List.of()),
            sql.rows(VACCINES, Atlas::vaccine, List.of()));
    latest = read;
    return read;
  }

  private Place home(Sql sql, String postcode) {
    Place known = places.get(postcode);
    if (known != null) {
      return known;
    }
    Place found =
        sql.first(PLACE, Atlas::place, List.of(postcode))
            .or(() -> sql.first(REGION, Atlas::place, List.of(postcode)))
            .orElse(Place.FRANKFURT);
    if (places.size() < MOST_PLACES) {
      places.put(postcode, found);
    }
    return found;
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(row.getDouble(1), row.getDouble(2));
  }

  private static Site site(ResultSet row) throws SQLException {
    return new Site(
        new Centre(row.getString(1), row.getString(2)),
        new Place(row.getDouble(3), row.getDouble(4)));
  }

  private static Vaccine vaccine(ResultSet row) throws SQLException {
    return new Vaccine(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4));
  }
}
