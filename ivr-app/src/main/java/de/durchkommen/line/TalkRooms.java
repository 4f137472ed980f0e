package de.durchkommen.line;

import de.durchkommen.agent.Exchange.Live;
import de.durchkommen.agent.TalkEvents;
import de.durchkommen.agent.TalkEvents.AskedEnd;
import de.durchkommen.agent.TalkEvents.Left;
import de.durchkommen.line.TalkMember.Account;
import de.durchkommen.line.TalkMember.Place;
import de.durchkommen.line.TalkMember.Role;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Who is on the line for which talk, as Asterisk tells, and what follows from that for the talks.
 * One thread tells it what happened; any may look.
 */
final class TalkRooms {
  private static final Set<Place> THERE = EnumSet.of(Place.ROOM, Place.HELD);

  /** ITU-T Q.850: normal clearing. What a telephone that fell silent has is 44. */
  private static final String HUNG_UP = "16";

  /** User busy, and call rejected. */
  private static final Set<String> REFUSALS = Set.of("17", "21");

  /** Where callers who leave the room have not gone by themselves, and are back soon. */
  private static final Set<String> SENT = Set.of(TalkActions.HELD, TalkActions.FOLLOWED);

  private static final String CODE = "accountcode";
  private static final String ID = "uniqueid";

  private final TalkEvents events;
  private final Consumer<TalkMember> forsaken;
  private final Consumer<TalkMember> following;
  private final Clock clock;
  private final Map<String, TalkMember> members = new HashMap<>();
  private final Set<Long> begun = new HashSet<>();
  private final Set<Long> withoutCaller = new HashSet<>();

  /**
   * Nobody is known yet.
   *
   * @param forsaken takes a caller who is held while the agent has gone
   * @param following takes whoever was asked by an agent who has gone, and is there
   */
  TalkRooms(
      TalkEvents events,
      Consumer<TalkMember> forsaken,
      Consumer<TalkMember> following,
      Clock clock) {
    this.events = events;
    this.forsaken = forsaken;
    this.following = following;
    this.clock = clock;
  }

  /** Somebody who is on the line for a talk. */
  synchronized Optional<TalkMember> member(long talk, Role role) {
    return members.values().stream()
        .filter(member -> member.talk() == talk && member.role() == role)
        .findFirst();
  }

  /** Everybody who is on the line for a talk. */
  synchronized List<TalkMember> members(long talk) {
    return members.values().stream().filter(member -> member.talk() == talk).toList();
  }

  /** All this is not known any more; this is there instead. */
  void replaced(List<Map<String, String>> channels) {
    learned(channels);
    List<Long> left;
    synchronized (this) {
      left =
          live(members.values()).stream()
              .filter(room -> room.asked() && !isKnown(members.values(), room.talk(), Role.AGENT))
              .map(Live::talk)
              .toList();
    }
    left.forEach(talk -> agentOver(talk, Left.LOST));
  }

  private synchronized void learned(List<Map<String, String>> channels) {
    members.clear();
    begun.clear();
    withoutCaller.clear();
    for (Map<String, String> row : channels) {
      TalkMember.shown(row).ifPresent(member -> members.put(id(row, ID), member));
    }
    for (Live live : live(members.values())) {
      if (live.caller() && live.agent()) {
        begun.add(live.talk());
      }
    }
  }

  /** The rooms of these channels. */
  static List<Live> live(Collection<TalkMember> members) {
    Set<Long> talks = new TreeSet<>();
    members.forEach(member -> talks.add(member.talk()));
    List<Live> rooms = new ArrayList<>();
    for (long talk : talks) {
      boolean caller = isThere(members, talk, Role.CALLER);
      boolean agent = isThere(members, talk, Role.AGENT);
      if (caller || agent) {
        boolean asked = isKnown(members, talk, Role.SECOND);
        rooms.add(new Live(talk, caller, agent, asked, isKnown(members, talk, Role.OBSERVER)));
      }
    }
    return rooms;
  }

  private static boolean isThere(Collection<TalkMember> members, long talk, Role role) {
    return members.stream()
        .anyMatch(member ->
            member.talk() == talk && member.role() == role && THERE.contains(member.where()));
  }

  /** Wherever they are, or their telephone rings. */
  private static boolean isKnown(Collection<TalkMember> members, long talk, Role role) {
    return members.stream().anyMatch(member -> member.talk() == talk && member.role() == role);
  }

  /** Takes an event; others than those of talks change nothing. */
  void happened(Map<String, String> event) {
    switch (event.getOrDefault("event", "")) {
      case "DialBegin" -> dialled(event);
      case "ConfbridgeJoin" -> Account.of(event, CODE).ifPresent(who -> came(who, event));
      case "ConfbridgeLeave" -> Account.of(event, CODE).ifPresent(who -> left(who, event));
      case "NewAccountCode" -> renamed(event);
      case "Hangup" -> Account.of(event, CODE).ifPresent(who -> over(who, event));
      default -> {
        // Nothing of talks.
      }
    }
  }

  private void dialled(Map<String, String> event) {
    Account.of(event, CODE).ifPresent(who -> put(who, event, "", Place.RINGING));
    Account.of(event, "destaccountcode")
        .ifPresent(who -> {
          put(who, event, "dest", Place.RINGING);
          if (who.role() == Role.AGENT) {
            events.rings(who.talk());
          }
        });
  }

  private void came(Account who, Map<String, String> event) {
    put(who, event, "", Place.ROOM);
    boolean begins;
    synchronized (this) {
      begins =
          isThere(members.values(), who.talk(), Role.CALLER)
              && isThere(members.values(), who.talk(), Role.AGENT)
              && begun.add(who.talk());
    }
    if (begins) {
      events.begins(who.talk(), clock.instant());
    }
  }

  /** Callers who are held, or whose agent has just gone, have not left by themselves. */
  private void left(Account who, Map<String, String> event) {
    boolean held = who.role() == Role.CALLER && SENT.contains(event.getOrDefault("exten", ""));
    put(who, event, "", held ? Place.HELD : Place.OUT);
    boolean byThemselves;
    synchronized (this) {
      byThemselves =
          who.role() == Role.CALLER
              && !held
              && isThere(members.values(), who.talk(), Role.AGENT)
              && withoutCaller.add(who.talk());
    }
    if (byThemselves) {
      events.callerLeft(who.talk());
    }
  }

  /** Another role, or none any more: the caller goes on. */
  private synchronized void renamed(Map<String, String> event) {
    String id = id(event, ID);
    TalkMember known = members.get(id);
    if (known == null) {
      return;
    }
    Account.of(event, CODE)
        .ifPresentOrElse(
            who -> put(who, event, "", known.where()),
            () -> {
              members.remove(id);
              forget(known.talk());
            });
  }

  private void over(Account who, Map<String, String> event) {
    boolean wasThere;
    boolean callerFirst;
    synchronized (this) {
      TalkMember known = members.remove(id(event, ID));
      wasThere = known != null && known.where() != Place.RINGING;
      callerFirst = withoutCaller.contains(who.talk());
      if (who.role() == Role.CALLER) {
        withoutCaller.add(who.talk());
      }
      forget(who.talk());
    }
    if (who.role() == Role.CALLER && !callerFirst) {
      events.callerLeft(who.talk());
    } else if (who.role() == Role.SECOND) {
      events.askedLeft(who.talk(), wasThere ? AskedEnd.LEFT : refused(event));
    } else if (who.role() == Role.OBSERVER) {
      observerOver(who.talk());
    } else if (who.role() == Role.AGENT && wasThere && !callerFirst) {
      agentOver(who.talk(), HUNG_UP.equals(event.get("cause")) ? Left.HUNG_UP : Left.LOST);
    }
  }

  private void agentOver(long talk, Left how) {
    Optional<TalkMember> caller =
        member(talk, Role.CALLER).filter(member -> THERE.contains(member.where()));
    Optional<TalkMember> second =
        member(talk, Role.SECOND).filter(member -> member.where() == Place.ROOM);
    if (caller.isPresent() && second.isPresent()) {
      events.agentLeft(talk, Left.FOLLOWED);
      following.accept(second.get());
    } else {
      events.agentLeft(talk, how);
      caller.filter(member -> member.where() == Place.HELD).ifPresent(forsaken);
    }
  }

  private static AskedEnd refused(Map<String, String> event) {
    return REFUSALS.contains(event.getOrDefault("cause", ""))
        ? AskedEnd.DECLINED
        : AskedEnd.NO_ANSWER;
  }

  private void observerOver(long talk) {
    boolean another;
    synchronized (this) {
      another = isKnown(members.values(), talk, Role.OBSERVER);
    }
    if (!another) {
      events.observerLeft(talk);
    }
  }

  private synchronized void put(
      Account who, Map<String, String> event, String prefix, Place where) {
    String channel = event.getOrDefault(prefix + "channel", "");
    members.put(id(event, prefix + ID), new TalkMember(who.talk(), who.role(), channel, where));
  }

  private static String id(Map<String, String> event, String field) {
    return event.getOrDefault(field, "");
  }

  /** A talk that nobody is on the line for needs no memory. */
  private synchronized void forget(long talk) {
    if (members.values().stream().noneMatch(member -> member.talk() == talk)) {
      begun.remove(talk);
      withoutCaller.remove(talk);
    }
  }
}
