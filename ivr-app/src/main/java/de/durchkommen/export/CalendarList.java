package de.durchkommen.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Clazz;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * The list of a day as a calendar (RFC 5545). Times are in UTC, so that no description of a time
 * zone is needed. People in the centre read it, in German.
 */
final class CalendarList {
  /** How long an appointment lasts, as people see it in their calendar. */
  private static final Duration LENGTH = Duration.ofMinutes(15);

  private static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);

  private CalendarList() {}

  static void write(DayList list, OutputStream out, Instant now) throws IOException {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Durchkommen//Termine//DE"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    for (ListedAppointment appointment : list.appointments()) {
      calendar.add(event(appointment, list.centre(), now));
    }
    // An empty calendar is fine here, and not in the standard: nobody comes on that day.
    new CalendarOutputter(false).output(calendar, out);
  }

  private static VEvent event(ListedAppointment appointment, String centre, Instant now) {
    String who = Objects.requireNonNullElse(appointment.name(), "ohne Namen");
    String what = "%d. Impfung %s: %s".formatted(appointment.dose(), appointment.vaccine(), who);
    Instant start = appointment.startsAt().atZone(HESSEN).toInstant();
    VEvent event = new VEvent(start, LENGTH, what);
    event.replace(new DtStamp(now));
    event.add(
        new Uid(
            "%s-%s-%d@durchkommen"
                .formatted(
                    appointment.confirmation(),
                    appointment.startsAt().toLocalDate(),
                    appointment.dose())));
    event.add(new Location(centre));
    event.add(new Description(description(appointment)));
    event.add(new Clazz(Clazz.VALUE_CONFIDENTIAL));
    return event;
  }

  private static String description(ListedAppointment appointment) {
    return """
    Bestätigung: %s
    Geburtsdatum: %s
    Prioritätsgruppe: %d
    Sprache: %s\
    """
        .formatted(
            appointment.confirmation(),
            appointment.birthDate().format(DATE),
            appointment.priorityGroup(),
            appointment.language());
  }
}
