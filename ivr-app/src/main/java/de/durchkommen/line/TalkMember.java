package de.durchkommen.line;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A channel that is on the line for a talk.
 *
 * <p>It is known by its account code, as {@code talk-42-caller}: Asterisk tells that with each of
 * the channel's events, the application sets it for whoever it rings, and the dialplan for callers
 * and the agent who rings first.
 *
 * @param talk its number
 * @param channel its name, as {@code PJSIP/agent-platz-7-0000001a}
 * @param where it is
 */
record TalkMember(long talk, Role role, String channel, Place where) {
  private static final Pattern ACCOUNT =
      Pattern.compile("talk-([1-9][0-9]{0,17})-(caller|agent|second|interpreter|observer|former)");

  /** The last part of a channel's name. */
  private static final String NUMBER = "-[0-9a-f]{8}";

  /** What somebody is there for. */
  enum Role {
    CALLER,
    AGENT,
    /** An agent who is asked for help. */
    SECOND,
    INTERPRETER,
    /** Who listens in, or has joined. */
    OBSERVER,
    /** An agent who has handed the caller on, and is about to leave. */
    FORMER
  }

  /** Where somebody is. */
  enum Place {
    /** On the way: the agent's telephone rings. */
    RINGING,
    ROOM,
    /** Only callers: they hear music outside. */
    HELD,
    OUT
  }

  /** Talk and role of an account code. */
  record Account(long talk, Role role) {
    /** What a code says; empty if it is none of a talk. */
    static Optional<Account> of(Map<String, String> event, String field) {
      Matcher code = ACCOUNT.matcher(event.getOrDefault(field, ""));
      return code.matches()
          ? Optional.of(
              new Account(
                  Long.parseLong(code.group(1)),
                  Role.valueOf(code.group(2).toUpperCase(Locale.ROOT))))
          : Optional.empty();
    }

    /** The code. */
    String code() {
      return "talk-" + talk + "-" + role.name().toLowerCase(Locale.ROOT);
    }
  }

  /** The room of a talk. */
  static String room(long talk) {
    return "talk-" + talk;
  }

  /** Whether this is the channel of a telephone. */
  boolean isOf(String phoneUser) {
    return channel.matches("PJSIP/" + Pattern.quote(phoneUser) + NUMBER);
  }

  /** A row of {@code CoreShowChannels}; empty if it is not on the line for a talk. */
  static Optional<TalkMember> shown(Map<String, String> row) {
    return Account.of(row, "accountcode")
        .map(account ->
            new TalkMember(
                account.talk(), account.role(), row.getOrDefault("channel", ""), place(row)));
  }

  private static Place place(Map<String, String> row) {
    boolean callersSide = "talk".equals(row.get("context"));
    return switch (row.getOrDefault("application", "")) {
      case "ConfBridge" -> Place.ROOM;
      case "Dial", "AppDial" -> Place.RINGING;
      default ->
          callersSide && "held".equals(row.get("exten"))
              ? Place.HELD
              : "Up".equals(row.get("channelstatedesc")) ? Place.OUT : Place.RINGING;
    };
  }
}
