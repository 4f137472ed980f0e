package de.durchkommen.inventory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** When the slots of a centre begin: hours without breaks, and holidays; closings not yet. */
record OpeningTimes(CentreDetails centre, List<OpeningHours> hours, List<Break> breaks) {
  /** In the order of time; none on a day on which the centre does not open. */
  List<LocalTime> slots(LocalDate day) {
    if (!centre.openOnHolidays() && Holidays.isHoliday(day)) {
      return List.of();
    }
    List<LocalTime> slots = new ArrayList<>();
    hours.stream()
        .filter(open -> open.weekday() == day.getDayOfWeek())
        .forEach(open -> addSlots(open, slots));
    return slots;
  }

  /** How many seats the day has, of first and second doses together. */
  int capacity(LocalDate day) {
    return slots(day).size() * centre.lanes();
  }

  private void addSlots(OpeningHours open, List<LocalTime> slots) {
    int length = centre.slotMinutes();
    int last = minute(open.closes()) - length;
    for (int begin = minute(open.opens()); begin <= last; begin += length) {
      if (!inBreak(open.weekday(), begin, begin + length)) {
        slots.add(LocalTime.MIDNIGHT.plusMinutes(begin));
      }
    }
  }

  private boolean inBreak(DayOfWeek weekday, int begin, int end) {
    return breaks.stream()
        .filter(pause -> pause.weekday() == weekday)
        .anyMatch(pause -> begin < minute(pause.ends()) && minute(pause.begins()) < end);
  }

  private static int minute(LocalTime time) {
    return time.getHour() * 60 + time.getMinute();
  }
}
