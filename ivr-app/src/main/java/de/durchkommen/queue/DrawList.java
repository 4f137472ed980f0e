package de.durchkommen.queue;

import de.durchkommen.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The draws as everybody may see them; within one transaction. */
public final class DrawList {
  private static final String COLUMNS =
      "SELECT id, opens, seed, prepared_at, drawn_at, tickets, first_place FROM queue_draw";

  private final Sql sql;

  DrawList(Sql sql) {
    this.sql = sql;
  }

  /**
   * A draw. The lot of a ticket is SHA-256(seed, ticket number as eight bytes, the highest first);
   * places are given in the order of the lots.
   *
   * @param opens the opening it is for
   * @param commitment SHA-256 of the seed's 32 bytes, in hexadecimal digits
   * @param prepared when the seed was drawn
   * @param drawn when places were given; null before
   * @param seed in hexadecimal digits; null before
   * @param tickets how many took part; null before
   * @param firstPlace the place of the first one; null before
   */
  @Schema(name = "Draw")
  public record Held(
      long id,
      Instant opens,
      String commitment,
      Instant prepared,
      @Nullable Instant drawn,
      @Nullable String seed,
      @Nullable Integer tickets,
      @Nullable Long firstPlace) {}

  /** The place that a ticket drew. */
  public record Lot(long ticket, long place) {}

  /** Those before this one, the newest first. */
  List<Held> before(long id, int most) {
    return sql.rows(
        COLUMNS + " WHERE id < ? ORDER BY id DESC LIMIT ?", DrawList::held, List.of(id, most));
  }

  /** One draw. */
  Optional<Held> draw(long id) {
    return sql.first(COLUMNS + " WHERE id = ?", DrawList::held, List.of(id));
  }

  /** Who drew a place behind this one, in the order drawn. */
  List<Lot> behind(long draw, long place, int most) {
    return sql.rows(
        "SELECT ticket_id, place FROM queue_lot WHERE draw_id = ? AND place > ?"
            + " ORDER BY place LIMIT ?",
        row -> new Lot(row.getLong(1), row.getLong(2)),
        List.of(draw, place, most));
  }

  private static Held held(ResultSet row) throws SQLException {
    String seed = row.getString(3);
    @Nullable Instant drawn = Sql.instant(row, 5);
    return new Held(
        row.getLong(1),
        Objects.requireNonNull(Sql.instant(row, 2)),
        Draw.commitment(HexFormat.of().parseHex(seed)),
        Objects.requireNonNull(Sql.instant(row, 4)),
        drawn,
        drawn == null ? null : seed,
        row.getObject(6, Integer.class),
        row.getObject(7, Long.class));
  }
}
