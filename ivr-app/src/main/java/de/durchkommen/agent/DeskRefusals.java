package de.durchkommen.agent;

import de.durchkommen.api.Problem;
import java.util.Map;

/** What agents are told when something cannot be done. */
final class DeskRefusals {
  private static final int SOON_SECONDS = 3;

  private DeskRefusals() {}

  /** 403: a program's key, where a person has to log in. */
  static Problem program() {
    return new Problem(
        403,
        "person-needed",
        "Dafür muss sich ein Mensch anmelden",
        "Einen Arbeitsplatz hat nur, wer sich mit Namen und Passwort angemeldet hat.");
  }

  /** 400: something that is missing or cannot be. */
  static Problem invalid(String detail) {
    return new Problem(400, "invalid", "Die Eingabe ist nicht vollständig oder falsch", detail);
  }

  /** 404: no telephone of this name. */
  static Problem noPhone() {
    return new Problem(
        404,
        "phone-unknown",
        "Dieses Telefon gibt es nicht",
        "Bitte wählen Sie ein Telefon aus der Liste, oder fragen Sie die Leitung.");
  }

  /** 409: somebody else's telephone. */
  static Problem phoneTaken() {
    return new Problem(
        409,
        "phone-taken",
        "Dieses Telefon ist vergeben",
        "Jemand anderes ist an diesem Telefon. Bitte nehmen Sie ein anderes.");
  }

  /** 409: a telephone that cannot be reached. */
  static Problem phoneUnreachable() {
    return new Problem(
        409,
        "phone-unreachable",
        "Ihr Telefon ist nicht erreichbar",
        "Bitte prüfen Sie, ob Ihr Telefon eingeschaltet und verbunden ist.");
  }

  /** 409: there is a seat at another telephone. */
  static Problem signedIn(String phone) {
    return new Problem(
        409,
        "signed-in",
        "Sie sind schon an einem Telefon",
        "Bitte melden Sie sich dort erst ab.",
        Map.of("phone", phone));
  }

  /** 409: no seat. */
  static Problem signedOut() {
    return new Problem(
        409,
        "signed-out",
        "Sie sind an keinem Telefon",
        "Bitte melden Sie sich erst mit einem Telefon an.");
  }

  /** 409: not in a talk. */
  static Problem inTalk() {
    return new Problem(
        409,
        "in-talk",
        "Das geht nicht während eines Gesprächs",
        "Bitte beenden Sie erst das Gespräch. Eine Pause danach können Sie jetzt schon wählen.");
  }

  /** 409: only in a talk. */
  static Problem noTalk() {
    return new Problem(
        409,
        "no-talk",
        "Sie sind in keinem Gespräch",
        "Das geht nur, solange Sie mit jemandem sprechen.");
  }

  /** 409: nobody knows who the caller is. */
  static Problem unknownCaller() {
    return new Problem(
        409,
        "caller-unknown",
        "Es ist nicht bekannt, wer anruft",
        "Bitte stellen Sie erst fest, wer anruft: mit dem Code aus dem Brief oder durch Fragen.");
  }

  /** 409: only while somebody is asked. */
  static Problem nobodyAsked() {
    return new Problem(
        409,
        "nobody-asked",
        "Sie haben niemanden gefragt",
        "Das geht nur, solange Sie mit einer Kollegin oder einem Kollegen Rücksprache halten.");
  }

  /** 409: whoever is wanted has something else to do. */
  static Problem notReady() {
    return new Problem(
        409,
        "agent-not-ready",
        "Dort ist gerade niemand bereit",
        "Bitte wählen Sie jemanden, der bereit ist. Ihr Gespräch geht weiter.");
  }

  /** 409: the sign at the desk is of one person. */
  static Problem observed() {
    return new Problem(
        409,
        "observed",
        "In diesem Gespräch hört schon jemand mit",
        "Bitte warten Sie, bis das Mithören dort beendet ist.");
  }

  /** 409: the line has ended meanwhile. */
  static Problem gone() {
    return new Problem(
        409,
        "talk-gone",
        "Die Verbindung ist nicht mehr da",
        "Das Gespräch oder das Telefon ist nicht mehr in der Leitung.");
  }

  /** 503: the exchange does not answer. */
  static Problem exchange() {
    return new Problem(
        503,
        "exchange",
        "Die Telefonanlage antwortet gerade nicht",
        "Ihr Gespräch geht weiter. Bitte versuchen Sie es in einigen Sekunden noch einmal.",
        Map.of(Problem.RETRY_AFTER, SOON_SECONDS));
  }

  /** 404: nobody of this name. */
  static Problem nobody() {
    return new Problem(
        404, "not-found", "Dieses Konto gibt es nicht", "Kein Konto hat diesen Namen.");
  }

  /** 404: nobody who speaks it can be called. */
  static Problem noInterpreter() {
    return new Problem(
        404,
        "no-interpreter",
        "Für diese Sprache ist niemand eingetragen",
        "Die Leitung kann eine Nummer für diese Sprache eintragen lassen.");
  }
}
