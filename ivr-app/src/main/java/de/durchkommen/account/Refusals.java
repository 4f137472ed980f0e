package de.durchkommen.account;

import de.durchkommen.api.Problem;
import de.durchkommen.api.WayIn;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/** What is said to people who are not let in; none of it tells which accounts there are. */
final class Refusals {
  private static final ZoneId HESSEN = ZoneId.of("Europe/Berlin");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.GERMANY);

  private static final int BUSY_SECONDS = 5;

  private Refusals() {}

  /** 400: something that is typed in a form is missing or cannot be. */
  static Problem invalid(String detail) {
    return new Problem(400, "invalid", "Die Eingabe ist nicht vollständig oder falsch", detail);
  }

  /** 401: name, password, or both. */
  static Problem wrong() {
    return new Problem(
        401,
        "login-refused",
        "Die Anmeldung ist nicht gelungen",
        "Name oder Passwort stimmt nicht.");
  }

  /** 429: too many wrong ones; says when it goes on. */
  static Problem locked(Instant until, Instant now) {
    Instant minute = until.plusSeconds(59).truncatedTo(ChronoUnit.MINUTES);
    long seconds = Math.max(1, Duration.between(now, until).plusMillis(999).toSeconds());
    return new Problem(
        429,
        "login-locked",
        "Zu viele falsche Passwörter",
        "Für diesen Namen waren zu viele Passwörter hintereinander falsch. Ab "
            + TIME.format(minute.atZone(HESSEN))
            + " Uhr können Sie es wieder versuchen.",
        Map.of(Problem.RETRY_AFTER, seconds, "until", until.toString()));
  }

  /** 503: too many logins at once. */
  static Problem busy() {
    return new Problem(
        503,
        "login-busy",
        "Gerade melden sich zu viele zugleich an",
        "Bitte versuchen Sie es in einigen Sekunden noch einmal.",
        Map.of(Problem.RETRY_AFTER, BUSY_SECONDS));
  }

  /** 401: no session, or none any more. */
  static Problem loggedOut() {
    return new Problem(
        401,
        "not-logged-in",
        "Sie sind nicht angemeldet",
        "Bitte melden Sie sich an. Eine Anmeldung endet, wenn sie länger nicht benutzt wird.");
  }

  /** 403: the request has not the token of its session. */
  static Problem withoutToken() {
    return new Problem(
        403,
        "csrf",
        "Die Anfrage gehört nicht zu Ihrer Anmeldung",
        "Bitte laden Sie die Seite neu. (Der Kopf "
            + SessionDoor.CSRF
            + " fehlt oder ist falsch.)");
  }

  /** 403: the request comes from a page of another site. */
  static Problem foreign() {
    return new Problem(
        403,
        "foreign-origin",
        "Die Anfrage kommt von einer anderen Seite",
        "Bitte öffnen Sie die Seite der Hotline selbst und versuchen Sie es dort.");
  }

  /** 403: first the password. */
  static Problem mustChange() {
    return new Problem(
        403,
        WayIn.MUST_CHANGE,
        "Bitte wählen Sie zuerst ein eigenes Passwort",
        "Ihr jetziges Passwort hat jemand anderes gesehen. Alles andere geht, wenn Sie es geändert"
            + " haben.");
  }

  /** 403: the password that is to be changed is another one. */
  static Problem wrongOld() {
    return new Problem(
        403,
        "password-wrong",
        "Das Passwort ist nicht geändert",
        "Das bisherige Passwort stimmt nicht.");
  }

  /** 400: a new password that is not good enough. */
  static Problem unfit(String why) {
    return new Problem(400, "password-unfit", "Dieses Passwort geht nicht", why);
  }

  /** 404: no such account; said to supervisors only. */
  static Problem missing() {
    return new Problem(
        404, "not-found", "Dieses Konto gibt es nicht", "Kein Konto hat diesen Namen.");
  }

  /** 409: a name that somebody has. */
  static Problem taken() {
    return new Problem(
        409,
        "account-exists",
        "Dieses Konto gibt es schon",
        "Bitte nehmen Sie einen anderen Namen, oder ändern Sie das Konto, das es gibt.");
  }

  /** 409: what nobody does to their own account. */
  static Problem own() {
    return new Problem(
        409,
        "own-account",
        "Das geht nicht beim eigenen Konto",
        "Rolle, Sperre und neues erstes Passwort kann nur jemand anderes ändern. Das eigene"
            + " Passwort ändern Sie unter »Passwort ändern«.");
  }
}
