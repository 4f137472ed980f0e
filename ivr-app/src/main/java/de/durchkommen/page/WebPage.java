package de.durchkommen.page;

import de.durchkommen.api.Role;
import jakarta.servlet.ServletContext;
import java.net.MalformedURLException;
import java.util.Arrays;
import java.util.Optional;

/** The pages that there are, or will be: one without a file is not there yet. */
enum WebPage {
  /** Where everybody begins who has no page of their own. */
  START("", "start"),
  LOGIN("anmelden", "anmelden"),
  ACCOUNT("konto", "konto"),
  DESK("platz", "platz"),
  LEADING("leitung", "leitung"),
  QUEUES("leitung/warteschlangen", "warteschlangen"),
  AGENTS("leitung/plaetze", "plaetze"),
  TEXTS("leitung/texte", "texte"),
  ANNOUNCEMENTS("leitung/ansagen", "ansagen"),
  CALLS("leitung/anrufe", "anrufe"),
  CENTRES("leitung/zentren", "zentren"),
  PLANNING("leitung/planung", "planung"),
  AUDIT("leitung/protokoll", "protokoll"),
  MISSING("nicht-gefunden", "nicht-gefunden"),
  /** For somebody whose role has no such page. */
  FORBIDDEN("nicht-erlaubt", "nicht-erlaubt"),
  /** While nobody can tell who is asking. */
  DISTURBED("stoerung", "stoerung");

  /** What the pages of the console have in common: the way to each other. */
  static final String PARTS = "/WEB-INF/bereiche.html";

  private static final String FOLDER = "/WEB-INF/pages/";

  private final String path;
  private final String file;

  WebPage(String path, String file) {
    this.path = path;
    this.file = file;
  }

  /** The page at this path, which begins with a slash. */
  static Optional<WebPage> at(String path) {
    return Arrays.stream(values()).filter(page -> page.path().equals(path)).findFirst();
  }

  /** Where people of this role begin, when there is such a page. */
  static WebPage startOf(Role role) {
    return role == Role.SUPERVISOR ? LEADING : DESK;
  }

  /** As browsers see it: {@code /konto}. */
  String path() {
    return "/" + path;
  }

  /** Where its file is in the WAR. */
  String file() {
    return FOLDER + file + ".html";
  }

  /** Whether it is there. */
  boolean isIn(ServletContext context) {
    try {
      return context.getResource(file()) != null;
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whether anybody may see it. */
  boolean isOpen() {
    return switch (this) {
      case LOGIN, MISSING, FORBIDDEN, DISTURBED -> true;
      case START,
          ACCOUNT,
          DESK,
          LEADING,
          QUEUES,
          AGENTS,
          TEXTS,
          ANNOUNCEMENTS,
          CALLS,
          CENTRES,
          PLANNING,
          AUDIT ->
          false;
    };
  }

  /** Whether the browser may ask for the microphone there. */
  boolean isRecording() {
    return this == TEXTS;
  }

  /** Whether people of this role may see it. */
  boolean isFor(Role role) {
    return switch (this) {
      case LEADING, QUEUES, AGENTS, TEXTS, ANNOUNCEMENTS, CALLS, CENTRES, PLANNING, AUDIT ->
          role == Role.SUPERVISOR;
      case START, ACCOUNT, DESK -> role == Role.SUPERVISOR || role == Role.AGENT;
      case LOGIN, MISSING, FORBIDDEN, DISTURBED -> true;
    };
  }
}
