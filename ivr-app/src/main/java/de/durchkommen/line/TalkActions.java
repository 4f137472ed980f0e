package de.durchkommen.line;

import de.durchkommen.agent.Exchange.Outcome;
import de.durchkommen.line.TalkMember.Account;
import de.durchkommen.line.TalkMember.Role;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What Asterisk is told to do with the channels of a talk. */
final class TalkActions {
  /** Where callers are in the dialplan, and everybody else. */
  static final String CALLERS = "talk";

  static final String AGENTS = "talk-agent";

  /** Where the sound of a talk is taken to whoever keeps it. */
  static final String RECORDER = "talk-recorder";

  /** Where callers go in their part of it: into the room, to music, or out of the talk. */
  static final String ROOM = "room";

  static final String HELD = "held";

  /** From the music into the room, to whoever has them now. */
  static final String FOLLOWED = "followed";

  static final String BACK = "back";

  /** For callers who have not talked yet. */
  static final String OVER = "over";

  private static final String GONE = "No such|does not exist|not found|No active|No Conference";

  private final AmiRequests requests;

  TalkActions(AmiRequests requests) {
    this.requests = requests;
  }

  /** Sends a caller to another place in the dialplan. */
  Outcome sends(TalkMember caller, String extension) {
    return done(
        Map.of(
            "Action",
            "Redirect",
            "Channel",
            caller.channel(),
            "Context",
            CALLERS,
            "Exten",
            extension,
            "Priority",
            "1"));
  }

  /** Has somebody called another thing from now on. */
  Outcome becomes(TalkMember member, Role role) {
    return done(
        Map.of(
            "Action",
            "Setvar",
            "Channel",
            member.channel(),
            "Variable",
            "CHANNEL(accountcode)",
            "Value",
            new Account(member.talk(), role).code()));
  }

  /** Puts somebody out of the room of a talk. */
  Outcome leaves(long talk, String channel) {
    return done(
        Map.of(
            "Action", "ConfbridgeKick", "Conference", TalkMember.room(talk), "Channel", channel));
  }

  /** Ends somebody's call. */
  Outcome hangsUp(TalkMember member) {
    return done(Map.of("Action", "Hangup", "Channel", member.channel(), "Cause", "16"));
  }

  /**
   * Somebody who is to be rung.
   *
   * @param dial Asterisk's dial string
   * @param shown what the telephone shows beside the number; may be empty
   * @param extension where they come in when they pick up
   * @param observed the channel that they hear; empty for none
   */
  record Call(
      Account who, String dial, String shown, String callerId, String extension, String observed) {
    /** What the telephone shows. */
    private String sees() {
      return shown.isEmpty() ? callerId : "\"%s\" <%s>".formatted(shown, callerId);
    }
  }

  /** Rings somebody, and returns at once. */
  Outcome rings(Call call, long ringMillis) {
    Map<String, String> action = new LinkedHashMap<>();
    action.put("Action", "Originate");
    action.put("Channel", call.dial());
    action.put("Context", AGENTS);
    action.put("Exten", call.extension());
    action.put("Priority", "1");
    action.put("Timeout", String.valueOf(ringMillis));
    action.put("CallerID", call.sees());
    action.put("Account", call.who().code());
    action.put("Variable", "TALK=%d,OBSERVED=%s".formatted(call.who().talk(), call.observed()));
    action.put("Async", "true");
    return done(action);
  }

  /**
   * Has what a caller says and hears brought to this address; returns at once.
   *
   * @param key by which it is known there
   */
  Outcome records(TalkMember caller, UUID key, String address, long limitMillis) {
    Map<String, String> action = new LinkedHashMap<>();
    action.put("Action", "Originate");
    action.put("Channel", "Local/heard@" + RECORDER + "/n");
    action.put("Context", RECORDER);
    action.put("Exten", "kept");
    action.put("Priority", "1");
    action.put("Timeout", String.valueOf(limitMillis));
    action.put(
        "Variable",
        "TALK=%d,OBSERVED=%s,RECORDING=%s,RECORDER=%s"
            .formatted(caller.talk(), caller.channel(), key, address));
    action.put("Async", "true");
    return done(action);
  }

  private Outcome done(Map<String, String> action) {
    try {
      Map<String, String> answer = requests.asked(action);
      if (!AmiRequests.isRefused(answer)) {
        return Outcome.DONE;
      }
      String why = answer.getOrDefault("message", "");
      return why.matches("(?i).*(" + GONE + ").*") ? Outcome.NOT_THERE : Outcome.FAILED;
    } catch (IOException silent) {
      return Outcome.FAILED;
    }
  }
}
