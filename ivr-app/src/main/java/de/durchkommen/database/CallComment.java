package de.durchkommen.database;

import de.durchkommen.settings.CallAtHand;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Says in each statement for which call it is, in a comment before it that reads {@code call
 * 3f2a@198.51.100.7}: so a statement in the server's list of processes, its log of slow statements
 * or its report of a deadlock leads to the call, and the other way round. A statement for several
 * calls, as rounds have them, names {@value #MOST} and how many more there are.
 *
 * <p>Ids come from the caller's telephone: whatever could end the comment is left out. Public for
 * the persistence provider, which makes it by its name.
 */
public final class CallComment implements StatementInspector {
  /** So many calls are named in one statement. */
  static final int MOST = 8;

  /** Neither a slash nor an asterisk, which would end it, nor a quotation mark. */
  private static final Pattern NOT_IN_A_COMMENT = Pattern.compile("[^A-Za-z0-9.@_:+~=-]");

  /** For the persistence provider. */
  public CallComment() {}

  @Override
  public String inspect(String sql) {
    return on(sql);
  }

  /** The statement with the calls at hand before it; as it is when there are none. */
  static String on(String sql) {
    List<String> ids = CallAtHand.ids();
    if (ids.isEmpty()) {
      return sql;
    }
    StringBuilder marked = new StringBuilder("/* call");
    for (String id : ids.subList(0, Math.min(MOST, ids.size()))) {
      marked.append(' ').append(NOT_IN_A_COMMENT.matcher(id).replaceAll("_"));
    }
    if (ids.size() > MOST) {
      marked.append(" and ").append(ids.size() - MOST).append(" more");
    }
    return marked.append(" */ ").append(sql).toString();
  }
}
