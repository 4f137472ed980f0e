package de.durchkommen.queue;

import de.durchkommen.phone.CallingHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A {@link Manner} in the columns of a version of the settings. */
final class MannerColumns {
  private static final int MINUTES = 60;

  private MannerColumns() {}

  /** The values of ranges, calling_from, calling_until, music, priorities and recording. */
  static List<@Nullable Object> values(Manner manner) {
    return Arrays.<@Nullable Object>asList(
        joined(manner.ranges(), ","),
        manner.calling().map(hours -> minute(hours.from())).orElse(null),
        manner.calling().map(hours -> minute(hours.until())).orElse(null),
        manner.music().name(),
        joined(manner.priorities(), ""),
        manner.recording());
  }

  /** The same from a row; {@code first} is the column of the ranges. */
  static Manner read(ResultSet row, int first) throws SQLException {
    @Nullable Integer from = row.getObject(first + 1, Integer.class);
    @Nullable Integer until = row.getObject(first + 2, Integer.class);
    return new Manner(
        Arrays.stream(row.getString(first).split(",", -1)).map(Integer::valueOf).toList(),
        from == null || until == null
            ? Optional.empty()
            : Optional.of(new CallingHours(time(from), time(until))),
        Music.valueOf(row.getString(first + 3)),
        row.getString(first + 4).chars().mapToObj(digit -> digit - '0').toList(),
        row.getBoolean(first + 5));
  }

  private static String joined(List<Integer> numbers, String between) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(between));
  }

  private static int minute(LocalTime time) {
    return time.getHour() * MINUTES + time.getMinute();
  }

  private static LocalTime time(int minute) {
    return LocalTime.of(minute / MINUTES, minute % MINUTES);
  }
}
