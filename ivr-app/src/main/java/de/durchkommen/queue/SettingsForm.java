package de.durchkommen.queue;

import de.durchkommen.api.Problem;
import de.durchkommen.phone.CallingHours;
import de.durchkommen.queue.OpeningHours.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the waiting room in JSON; all members up to the hours are needed, and the others
 * are as usual when they are missing. What they mean and may be, {@link QueueSettings} says.
 *
 * @param order ARRIVAL or DRAW
 * @param closing SERVE or CALL_BACK
 * @param rangeMinutes as of {@link Manner}
 * @param calling when people are called back; null for as the nodes were started
 * @param music MELODY or TONE
 * @param priorities as of {@link Manner}
 * @param recording as of {@link Manner}
 */
public record SettingsForm(
    @Nullable Integer dialogues,
    @Nullable String order,
    @Nullable Long lobbySeconds,
    @Nullable Long keptSeconds,
    @Nullable Long soonestSeconds,
    @Nullable Long latestSeconds,
    @Nullable Boolean callback,
    @Nullable String closing,
    @Nullable Boolean stock,
    @Nullable Hours hours,
    @Nullable List<@Nullable Integer> rangeMinutes,
    @Nullable Times calling,
    @Nullable String music,
    @Nullable List<@Nullable Integer> priorities,
    @Nullable Boolean recording) {
  /**
   * When the line is open.
   *
   * @param week by weekday, MONDAY to SUNDAY; one that is missing is closed
   * @param days by date, as 2021-01-12, of days that differ; an empty list for a closed day
   */
  public record Hours(
      @Nullable Map<String, List<Times>> week, @Nullable Map<String, List<Times>> days) {}

  /**
   * Some hours of a day, by the clock in Hessen.
   *
   * @param from as 08:00
   * @param until as 20:00; 24:00 for midnight
   */
  public record Times(@Nullable String from, @Nullable String until) {}

  private static final int HOUR = 60;
  private static final int LAST_MINUTE = 24 * HOUR;

  static SettingsForm of(QueueSettings settings) {
    return new SettingsForm(
        settings.dialogues(),
        settings.order().name(),
        settings.lobby().toSeconds(),
        settings.kept().toSeconds(),
        settings.soonest().toSeconds(),
        settings.latest().toSeconds(),
        settings.callback(),
        settings.closing().name(),
        settings.stock(),
        new Hours(told(settings.hours().week()), told(settings.hours().days())),
        new ArrayList<>(settings.manner().ranges()),
        settings.manner().calling().map(SettingsForm::told).orElse(null),
        settings.manner().music().name(),
        new ArrayList<>(settings.manner().priorities()),
        settings.manner().recording());
  }

  private static Times told(CallingHours hours) {
    return new Times(hours.from().toString(), hours.until().toString());
  }

  /**
   * As the rules take them.
   *
   * @throws Problem when something is missing, or is not what it may be
   */
  QueueSettings settings() {
    try {
      return new QueueSettings(
          present(dialogues, "dialogues"),
          one(QueueSettings.Order.class, order, "order"),
          seconds(lobbySeconds, "lobbySeconds"),
          seconds(keptSeconds, "keptSeconds"),
          seconds(soonestSeconds, "soonestSeconds"),
          seconds(latestSeconds, "latestSeconds"),
          present(callback, "callback"),
          one(QueueSettings.ClosingRule.class, closing, "closing"),
          present(stock, "stock"),
          opening(present(hours, "hours")),
          manner());
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(String.valueOf(e.getMessage()));
    }
  }

  private Manner manner() {
    Manner usual = Manner.USUAL;
    return new Manner(
        rangeMinutes == null ? usual.ranges() : numbers(rangeMinutes, "rangeMinutes"),
        Optional.ofNullable(calling).map(SettingsForm::hours),
        music == null ? usual.music() : one(Music.class, music, "music"),
        priorities == null ? usual.priorities() : numbers(priorities, "priorities"),
        recording == null ? usual.recording() : recording);
  }

  private static List<Integer> numbers(List<@Nullable Integer> given, String field) {
    return given.stream().map(one -> present(one, field)).toList();
  }

  private static CallingHours hours(Times given) {
    return new CallingHours(
        clock(minute(given.from(), "calling.from")), clock(minute(given.until(), "calling.until")));
  }

  /** Midnight at the end of a day is later than anybody may be called. */
  private static LocalTime clock(int minute) {
    return minute == LAST_MINUTE ? LocalTime.MAX : LocalTime.of(minute / HOUR, minute % HOUR);
  }

  static <T> T present(@Nullable T value, String field) {
    if (value == null) {
      throw Problem.invalid(field + " is missing");
    }
    return value;
  }

  /** A time of day in minutes, 0 to 1,440. */
  static int minute(@Nullable String time, String field) {
    String given = present(time, field);
    if (!given.matches("([01][0-9]|2[0-3]):[0-5][0-9]|24:00")) {
      throw Problem.invalid(field + " has to be a time, as 08:00");
    }
    return Integer.parseInt(given.substring(0, 2)) * HOUR + Integer.parseInt(given.substring(3));
  }

  private static Duration seconds(@Nullable Long value, String field) {
    long given = present(value, field);
    if (given < 0 || given > Integer.MAX_VALUE) {
      throw Problem.invalid(field + " is out of its range");
    }
    return Duration.ofSeconds(given);
  }

  private static <E extends Enum<E>> E one(Class<E> of, @Nullable String name, String field) {
    String given = present(name, field);
    for (E value : of.getEnumConstants()) {
      if (value.name().equals(given)) {
        return value;
      }
    }
    throw Problem.invalid(field + " has to be one of " + List.of(of.getEnumConstants()));
  }

  private static OpeningHours opening(Hours hours) {
    Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
    given(hours.week(), "hours.week", DayOfWeek::valueOf, week);
    week.values().removeIf(List::isEmpty);
    Map<LocalDate, List<Span>> days = new TreeMap<>();
    given(hours.days(), "hours.days", LocalDate::parse, days);
    return new OpeningHours(week, days);
  }

  private static <D> void given(
      @Nullable Map<String, List<Times>> told,
      String field,
      Function<String, D> key,
      Map<D, List<Span>> hours) {
    present(told, field)
        .forEach((name, times) -> hours.put(key(name, field, key), spans(times, field)));
  }

  private static <D> D key(String name, String field, Function<String, D> parsed) {
    try {
      return parsed.apply(name);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw Problem.invalid(field + " has a day that there is not");
    }
  }

  private static List<Span> spans(@Nullable List<Times> times, String field) {
    List<Span> spans = new ArrayList<>();
    for (Times some : present(times, field)) {
      Times given = present(some, field);
      spans.add(
          new Span(minute(given.from(), field + ".from"), minute(given.until(), field + ".until")));
    }
    return spans;
  }

  private static <D> Map<String, List<Times>> told(Map<D, List<Span>> hours) {
    Map<String, List<Times>> told = new TreeMap<>();
    hours.forEach(
        (day, spans) -> told.put(day.toString(), spans.stream().map(SettingsForm::told).toList()));
    return told;
  }

  private static Times told(Span span) {
    return new Times(time(span.from()), time(span.until()));
  }

  private static String time(int minute) {
    return "%02d:%02d".formatted(minute / HOUR, minute % HOUR);
  }
}
