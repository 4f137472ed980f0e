package de.durchkommen.queue;

/** Which queue: the same waiting room is there once for each. */
public enum QueueKind {
  /** Those who wait for the dialogue with the machine. */
  SELF_SERVICE(1, OutgoingCall.Purpose.CALLBACK),
  /** Those who wait for a person. */
  PEOPLE(2, OutgoingCall.Purpose.PERSON);

  private static final String MARK = "{queue}";

  private final int number;
  private final OutgoingCall.Purpose callback;

  QueueKind(int number, OutgoingCall.Purpose callback) {
    this.number = number;
    this.callback = callback;
  }

  /** Its number in the tables. */
  public int number() {
    return number;
  }

  /** What its callers are called back for. */
  OutgoingCall.Purpose callback() {
    return callback;
  }

  /**
   * SQL of the queues that is to be about this one: its number stands where <code>{queue}</code>
   * is.
   */
  String in(String sql) {
    return sql.replace(MARK, Integer.toString(number));
  }
}
