package de.durchkommen.page;

/**
 * What pages of the console have in common.
 *
 * @param parts the way to all of them, in HTML
 */
record Frame(String parts) {
  /** Where it stands in a page. */
  static final String MARK = "<!-- bereiche -->";

  /**
   * A page with it; one without the mark stays as it is.
   *
   * @param path of the page, which is marked as the one that is shown
   */
  String around(String html, String path) {
    String link = "href=\"" + path + "\"";
    return html.replace(MARK, parts.replace(link, link + " aria-current=\"page\"").strip());
  }
}
