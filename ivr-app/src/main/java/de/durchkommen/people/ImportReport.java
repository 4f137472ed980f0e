package de.durchkommen.people;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is, or what came of it.
 *
 * @param id its key
 * @param state how far it is
 * @param actor who sent it
 * @param createdAt when it came
 * @param endedAt when it ended; null while it has not
 * @param percent of the bytes, read by now
 * @param people lines read by now
 * @param added people who were not known; when it was imported
 * @param updated people who were known, and something about them was different
 * @param errorCount how many errors there are in all
 * @param errors the first of them
 * @param detail what it means, and what to do
 */
public record ImportReport(
    long id,
    State state,
    String actor,
    Instant createdAt,
    @Nullable Instant endedAt,
    int percent,
    long people,
    long added,
    long updated,
    long errorCount,
    List<Line> errors,
    String detail) {
  /** Copies the list. */
  public ImportReport {
    errors = List.copyOf(errors);
  }

  /** How far an import is. */
  @Schema(name = "ImportState")
  public enum State {
    /** For others to end. */
    WAITING("It waits for its turn."),
    /** Right now. */
    RUNNING("It is being checked; nothing of it can be seen yet."),
    /** All of it. */
    IMPORTED("Everybody in the file is invited."),
    /** None of it. */
    REJECTED("Nothing was imported: put the errors right and send the file again."),
    /** Somebody else's was running. */
    BUSY("Nothing was imported, as another import was running: send the file again."),
    /** The database was away, or the file could not be read. */
    FAILED("Nothing was imported, because of an outage: send the file again."),
    /** Its process was killed. */
    LOST("Nothing was imported, as the process has ended: send the file again.");

    private final String detail;

    State(String detail) {
      this.detail = detail;
    }

    String detail() {
      return detail;
    }
  }

  /**
   * One thing that is wrong.
   *
   * @param line where, counted from 1, the header line included
   * @param column in which column; empty for the whole line
   * @param flaw what kind of error
   * @param detail what is wrong and what to do
   * @param otherLine the earlier line that it is about; null when there is none
   */
  @Schema(name = "ImportLine")
  public record Line(
      long line, String column, Flaw flaw, String detail, @Nullable Long otherLine) {}
}
