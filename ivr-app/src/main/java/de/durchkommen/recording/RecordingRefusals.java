package de.durchkommen.recording;

import de.durchkommen.api.Problem;

/** What people are told when something cannot be done with a recording. */
final class RecordingRefusals {
  private RecordingRefusals() {}

  /** 404: no such recording, or deleted. */
  static Problem missing() {
    return new Problem(
        404,
        "not-found",
        "Diese Aufnahme gibt es nicht",
        "Es gibt keine Aufnahme mit dieser Nummer, oder sie ist gelöscht.");
  }

  /** 409: it is not at its end. */
  static Problem running() {
    return new Problem(
        409,
        "recording-running",
        "Die Aufnahme läuft noch",
        "Anhören können Sie die Aufnahme, wenn das Gespräch zu Ende ist.");
  }

  /** 409: its file is not here. */
  static Problem elsewhere(String node) {
    return new Problem(
        409,
        "recording-elsewhere",
        "Die Aufnahme ist nicht auf diesem Rechner",
        "Die Datei liegt auf dem Rechner " + node + ". Bitte fragen Sie dort.");
  }

  /** 409: no key, or the file is not what was written. */
  static Problem unreadable() {
    return new Problem(
        409,
        "recording-unreadable",
        "Die Aufnahme lässt sich nicht entschlüsseln",
        "Der Schlüssel dazu fehlt auf diesem Rechner, oder die Datei ist beschädigt.");
  }

  /** 400: a number that is none. */
  static Problem invalid(String detail) {
    return new Problem(400, "invalid", "Die Eingabe ist nicht vollständig oder falsch", detail);
  }
}
