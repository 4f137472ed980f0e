package de.durchkommen.line;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.agent.Exchange.Live;
import de.durchkommen.line.TalkMember.Place;
import de.durchkommen.line.TalkMember.Role;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from events of Asterisk 22, in the order in which they were seen to come. */
final class TalkRoomsTest {
  private final HeardTalks talks = new HeardTalks();
  private final List<TalkMember> forsaken = new ArrayList<>();
  private final List<TalkMember> following = new ArrayList<>();
  private final TalkRooms rooms =
      new TalkRooms(talks, forsaken::add, following::add, Clock.systemUTC());

  private static Map<String, String> event(String name, String... fields) {
    Map<String, String> event = new LinkedHashMap<>();
    event.put("event", name);
    for (int i = 0; i < fields.length; i += 2) {
      event.put(fields[i], fields[i + 1]);
    }
    return event;
  }

  /** An event of somebody's channel, which has the same number as their account. */
  private void tells(String name, String account, String extension, String cause) {
    String id = account.replaceAll("[^a-z]", "");
    rooms.happened(
        event(
            name,
            "accountcode",
            account,
            "uniqueid",
            id,
            "channel",
            "PJSIP/" + id,
            "exten",
            extension,
            "cause",
            cause));
  }

  private void joins(String account) {
    tells("ConfbridgeJoin", account, "room", "");
  }

  private void leaves(String account, String extension) {
    tells("ConfbridgeLeave", account, extension, "");
  }

  private void hangsUp(String account, String cause) {
    tells("Hangup", account, "s", cause);
  }

  private void rings() {
    rooms.happened(
        event(
            "DialBegin",
            "accountcode",
            "talk-42-caller",
            "uniqueid",
            "talkcaller",
            "channel",
            "PJSIP/talkcaller",
            "destaccountcode",
            "talk-42-agent",
            "destuniqueid",
            "talkagent",
            "destchannel",
            "PJSIP/talkagent"));
  }

  private void talk() {
    rings();
    joins("talk-42-agent");
    joins("talk-42-caller");
  }

  private Optional<Place> place(Role role) {
    return rooms.member(42, role).map(TalkMember::where);
  }

  @Test
  void anAgentWhoPicksUpTalksAndThenHangsUp() {
    talk();
    leaves("talk-42-agent", "s");
    leaves("talk-42-caller", "room");
    hangsUp("talk-42-agent", "16");
    assertThat(talks.heard).containsExactly("rings 42", "begins 42", "agent left 42 HUNG_UP");
    assertThat(forsaken).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"16,HUNG_UP", "44,LOST", "0,LOST", "38,LOST", "'',LOST"})
  void whatIsNoHangUpIsALoss(String cause, String how) {
    talk();
    leaves("talk-42-agent", "s");
    hangsUp("talk-42-agent", cause);
    assertThat(talks.heard).last().isEqualTo("agent left 42 " + how);
  }

  @Test
  void aCallerWhoHangsUpIsToldOnceAndTheAgentWhoFollowsIsNot() {
    talk();
    leaves("talk-42-caller", "room");
    leaves("talk-42-agent", "s");
    hangsUp("talk-42-caller", "16");
    hangsUp("talk-42-agent", "16");
    assertThat(talks.heard).containsExactly("rings 42", "begins 42", "caller left 42");
  }

  @Test
  void aCallerWhoIsSentBackHasLeft() {
    talk();
    leaves("talk-42-caller", "back");
    leaves("talk-42-agent", "s");
    hangsUp("talk-42-agent", "16");
    assertThat(talks.heard).containsExactly("rings 42", "begins 42", "caller left 42");
  }

  @Test
  void aCallerWhoHangsUpBeforeAnybodyPicksUpHasLeft() {
    rings();
    hangsUp("talk-42-agent", "0");
    hangsUp("talk-42-caller", "16");
    assertThat(talks.heard).containsExactly("rings 42", "caller left 42");
  }

  @Test
  void holdingIsNoLeavingAndResumingNoBeginning() {
    talk();
    leaves("talk-42-caller", "held");
    assertThat(place(Role.CALLER)).contains(Place.HELD);
    joins("talk-42-caller");
    assertThat(place(Role.CALLER)).contains(Place.ROOM);
    assertThat(talks.heard).containsExactly("rings 42", "begins 42");
  }

  @Test
  void anAgentWhoIsLostWhileTheCallerIsHeldHasLeft() {
    talk();
    leaves("talk-42-caller", "held");
    leaves("talk-42-agent", "s");
    hangsUp("talk-42-agent", "44");
    assertThat(talks.heard).last().isEqualTo("agent left 42 LOST");
    assertThat(forsaken).extracting(TalkMember::role).containsExactly(Role.CALLER);
  }

  @Test
  void whoWasAskedIsTheAgentAfterTheCallerWasHandedOn() {
    talk();
    leaves("talk-42-caller", "held");
    joins("talk-42-second");
    rooms.happened(
        event(
            "NewAccountCode",
            "accountcode",
            "talk-42-agent",
            "uniqueid",
            "talksecond",
            "channel",
            "PJSIP/talksecond"));
    rooms.happened(
        event(
            "NewAccountCode",
            "accountcode",
            "talk-42-former",
            "uniqueid",
            "talkagent",
            "channel",
            "PJSIP/talkagent"));
    joins("talk-42-caller");
    rooms.happened(
        event("ConfbridgeLeave", "accountcode", "talk-42-former", "uniqueid", "talkagent"));
    rooms.happened(
        event("Hangup", "accountcode", "talk-42-former", "uniqueid", "talkagent", "cause", "16"));
    assertThat(talks.heard).containsExactly("rings 42", "begins 42");
    assertThat(rooms.member(42, Role.AGENT)).map(TalkMember::channel).contains("PJSIP/talksecond");
    assertThat(rooms.member(42, Role.SECOND)).isEmpty();
  }

  private void isRung(String account) {
    String id = account.replaceAll("[^a-z]", "");
    rooms.happened(
        event(
            "DialBegin",
            "destaccountcode",
            account,
            "destuniqueid",
            id,
            "destchannel",
            "PJSIP/" + id));
  }

  @ParameterizedTest
  @CsvSource({"16, NO_ANSWER", "0, NO_ANSWER", "17, DECLINED", "21, DECLINED"})
  void whoIsAskedAndDoesNotComeIsTold(String cause, String how) {
    talk();
    leaves("talk-42-caller", "held");
    isRung("talk-42-second");
    assertThat(rooms.members(42)).hasSize(3);
    hangsUp("talk-42-second", cause);
    assertThat(talks.heard).last().isEqualTo("asked left 42 " + how);
    assertThat(rooms.member(42, Role.CALLER)).map(TalkMember::where).contains(Place.HELD);
  }

  @Test
  void whoWasAskedAndGoesIsTold() {
    talk();
    leaves("talk-42-caller", "held");
    isRung("talk-42-second");
    joins("talk-42-second");
    leaves("talk-42-second", "agent");
    hangsUp("talk-42-second", "16");
    assertThat(talks.heard).last().isEqualTo("asked left 42 LEFT");
    assertThat(forsaken).isEmpty();
  }

  /** As on every other exchange: who hangs up while they ask hands over. */
  @ParameterizedTest
  @CsvSource({"true, 16", "true, 44", "false, 16", "false, 44"})
  void whoWasAskedFollowsAnAgentWhoGoes(boolean held, String cause) {
    talk();
    leaves("talk-42-caller", "held");
    joins("talk-42-second");
    if (!held) {
      joins("talk-42-caller");
    }
    leaves("talk-42-agent", "s");
    hangsUp("talk-42-agent", cause);
    assertThat(talks.heard).containsExactly("rings 42", "begins 42", "agent left 42 FOLLOWED");
    assertThat(following).extracting(TalkMember::role).containsExactly(Role.SECOND);
    assertThat(forsaken).isEmpty();
  }

  /** Two who watch the same exchange both send the caller there. */
  @Test
  void aCallerWhoIsSentToWhoFollowedTwiceHasNotLeft() {
    talk();
    leaves("talk-42-caller", "held");
    joins("talk-42-caller");
    leaves("talk-42-caller", "followed");
    joins("talk-42-caller");
    assertThat(talks.heard).containsExactly("rings 42", "begins 42");
  }

  @Test
  void aTelephoneThatOnlyRingsFollowsNobody() {
    talk();
    leaves("talk-42-caller", "held");
    isRung("talk-42-second");
    hangsUp("talk-42-agent", "16");
    assertThat(talks.heard).last().isEqualTo("agent left 42 HUNG_UP");
    assertThat(forsaken).extracting(TalkMember::role).containsExactly(Role.CALLER);
    assertThat(following).isEmpty();
  }

  @Test
  void whoFollowedWhileTheConnectionWasBrokenIsFound() {
    rooms.replaced(
        List.of(
            row("talk-1-caller", "talk", "room", "ConfBridge", "Up"),
            row("talk-1-second", "talk-agent", "agent", "ConfBridge", "Up"),
            row("talk-2-caller", "talk", "room", "ConfBridge", "Up"),
            row("talk-2-second", "talk-agent", "agent", "ConfBridge", "Up"),
            row("talk-2-agent", "talk-agent", "s", "ConfBridge", "Up")));
    assertThat(talks.heard).containsExactly("agent left 1 FOLLOWED");
    assertThat(following).extracting(TalkMember::talk).containsExactly(1L);
  }

  @Test
  void theLastWhoListensInIsTold() {
    talk();
    isRung("talk-42-observer");
    rooms.happened(
        event("DialBegin", "destaccountcode", "talk-42-observer", "destuniqueid", "another"));
    hangsUp("talk-42-observer", "16");
    assertThat(talks.heard).containsExactly("rings 42", "begins 42");
    rooms.happened(event("Hangup", "accountcode", "talk-42-observer", "uniqueid", "another"));
    assertThat(talks.heard).last().isEqualTo("observer left 42");
  }

  @Test
  void anAgentWhoDoesNotPickUpHasNotLeft() {
    rings();
    hangsUp("talk-42-agent", "17");
    assertThat(talks.heard).containsExactly("rings 42");
  }

  @Test
  void aCallerWhoGoesOnIsForgotten() {
    talk();
    leaves("talk-42-agent", "s");
    leaves("talk-42-caller", "room");
    hangsUp("talk-42-agent", "16");
    rooms.happened(event("NewAccountCode", "accountcode", "", "uniqueid", "talkcaller"));
    assertThat(place(Role.CALLER)).isEmpty();
    talk();
    assertThat(talks.heard).filteredOn(told -> told.equals("begins 42")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "talk-", "talk-0-caller", "talk-42-nobody", "talk-42-caller\n", "x"})
  void whatIsNotOfATalkChangesNothing(String account) {
    joins(account);
    leaves(account, "room");
    hangsUp(account, "16");
    rooms.happened(Map.of());
    assertThat(talks.heard).isEmpty();
  }

  private static Map<String, String> row(
      String account, String context, String exten, String application, String state) {
    return event(
        "CoreShowChannel",
        "accountcode",
        account,
        "uniqueid",
        account,
        "channel",
        "PJSIP/agent-platz-7-0000001a",
        "context",
        context,
        "exten",
        exten,
        "application",
        application,
        "channelstatedesc",
        state);
  }

  @Test
  void whatIsThereAfterABreakIsKnownWithoutBeingToldAgain() {
    talk();
    List<Map<String, String>> rows =
        List.of(
            row("talk-1-caller", "talk", "room", "ConfBridge", "Up"),
            row("talk-1-agent", "talk-agent", "s", "ConfBridge", "Up"),
            row("talk-2-caller", "talk", "held", "MusicOnHold", "Up"),
            row("talk-2-agent", "talk-agent", "s", "ConfBridge", "Up"),
            row("talk-1-observer", "talk-agent", "listen", "ChanSpy", "Up"),
            row("talk-2-second", "talk-agent", "", "AppDial2", "Ringing"),
            row("talk-3-caller", "talk", "s", "Dial", "Up"),
            row("talk-3-agent", "agents", "", "AppDial", "Ringing"),
            row("talk-4-caller", "talk", "back", "Wait", "Up"),
            row("", "hotline", "116117", "AGI", "Up"));
    rooms.replaced(rows);
    assertThat(
            TalkRooms.live(rows.stream().flatMap(row -> TalkMember.shown(row).stream()).toList()))
        .containsExactly(
            new Live(1, true, true, false, true), new Live(2, true, true, true, false));
    assertThat(rooms.member(42, Role.CALLER)).isEmpty();
    assertThat(rooms.member(3, Role.AGENT)).map(TalkMember::where).contains(Place.RINGING);
    talks.heard.clear();
    rooms.happened(
        event("ConfbridgeJoin", "accountcode", "talk-2-caller", "uniqueid", "talk-2-caller"));
    assertThat(talks.heard).isEmpty();
  }

  @Test
  void aChannelIsThatOfATelephoneByItsWholeName() {
    TalkMember member = TalkMember.shown(row("talk-1-agent", "", "", "", "Up")).orElseThrow();
    assertThat(member.isOf("agent-platz-7")).isTrue();
    assertThat(member.isOf("agent-platz")).isFalse();
    assertThat(member.isOf("agent-platz-.")).isFalse();
  }
}
