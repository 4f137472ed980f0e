package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.telephone.HotlineUnderTest.Letter;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Callers are taken over by agents: real telephones on both sides, and all that is between. */
@ExtendWith(HotlineUnderTest.Shared.class)
@Isolated("while an agent is signed in, everybody's key 0 leads to them")
class AgentsIT {
  private static final int TONE = 400;
  private static final int OTHER = 900;
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration LOST = Duration.ofSeconds(20);
  private static final String CODE = "Geben Sie den Code mit den Tasten ein";

  private final HotlineUnderTest hotline;

  AgentsIT(HotlineUnderTest hotline) {
    this.hotline = hotline;
  }

  @BeforeEach
  void nobodyIsLeft() throws IOException, InterruptedException {
    hotline.nobodyIsLeft();
  }

  private PersonOnLine calling(String last) throws IOException, InterruptedException {
    PersonOnLine caller = PersonOnLine.calling(hotline, "+49561123470" + last);
    caller.hears(CODE, SOON);
    return caller;
  }

  /**
   * Known by code, with seats that are held, the caller presses 0: the desk shows all that before
   * the telephone rings, the agent looks them up and books what is held, and no log knows of it.
   */
  @Test
  void whatIsKnownGoesAlongAndIsBookedOnBehalf() throws IOException, InterruptedException {
    try (AgentAtDesk agent = AgentAtDesk.ready(hotline, "anna", TONE, "de");
        PersonOnLine caller = calling("1")) {
      Letter letter = hotline.letter();
      caller.presses(letter.code() + "#");
      caller.hears("Geburtsdatum", SOON);
      caller.presses(letter.birthDate() + "#");
      caller.hears("drücken Sie die Eins", SOON);
      Thread.sleep(Duration.ofSeconds(1));
      caller.presses("0");

      Map<?, ?> ringing = agent.deskIn("RINGING");
      assertThat(AgentAtDesk.talk(ringing).get("authenticated")).isEqualTo(true);
      assertThat(AgentAtDesk.talk(ringing).get("why")).isEqualTo("ASKED");
      assertThat(AgentAtDesk.talk(ringing).get("hold")).isNotNull();
      agent.phone().picksUp();
      agent.deskIn("TALKING");
      String birthDate = (String) agent.does("GET", "desk/caller", "").get("birthDate");
      String answers =
          "{\"name\":\"%s\",\"birthDate\":\"%s\",\"postcode\":\"%s\"}"
              .formatted("%s", birthDate, letter.postcode());
      String question = "desk/caller/identification";
      assertThat(agent.refused("POST", question, answers.formatted("Nie Mand"))).isEqualTo(403);
      agent.does("POST", question, answers.formatted(letter.name()));
      Map<?, ?> booked = agent.does("POST", "desk/appointments/booking", "{}");
      assertThat(booked.get("confirmation")).isNotNull();
      agent.does("POST", "desk/talk/end", "{}");
      caller.hears("Auf Wiederhören", SOON);
      assertThat(caller.isOver(SOON)).isTrue();
      agent.deskIn("WRAPPING");
      assertThat(agent.refused("GET", "desk/caller", "")).as("while it is written").isEqualTo(200);
      agent.does("POST", "desk/talk/wrap", "{\"code\":\"BOOKED\"}");
      agent.deskIn("READY");
      assertThat(agent.refused("GET", "desk/caller", "")).as("afterwards").isEqualTo(409);
      hotline.keepsSecrets();
    }
  }

  /** Who speaks Turkish gets whom understands it, though another has been idle longer. */
  @Test
  void whoSpeaksTheLanguageTakesTheCall() throws IOException, InterruptedException {
    try (AgentAtDesk german = AgentAtDesk.ready(hotline, "berta", TONE, "de");
        AgentAtDesk turkish = AgentAtDesk.ready(hotline, "cem", OTHER, "de", "tr");
        PersonOnLine caller = PersonOnLine.calling(hotline, "1161173", "+495611234702")) {
      caller.hears("tuşuna", SOON);
      caller.presses("0");
      Map<?, ?> ringing = turkish.deskIn("RINGING");
      assertThat(AgentAtDesk.talk(ringing).get("language")).isEqualTo("tr");
      assertThat(german.desk().get("state")).isEqualTo("READY");
      turkish.phone().picksUp();
      turkish.deskIn("TALKING");
      caller.hangsUp();
      turkish.deskIn("WRAPPING");
    }
  }

  /** The agent's telephone is pulled out: words, and first in the queue before who came earlier. */
  @Test
  void whoLosesTheAgentHearsWordsAndIsFirst() throws IOException, InterruptedException {
    try (AgentAtDesk first = AgentAtDesk.ready(hotline, "dora", TONE, "de");
        PersonOnLine caller = calling("3");
        PersonOnLine later = calling("4")) {
      caller.presses("0");
      first.phone().picksUp();
      first.deskIn("TALKING");
      later.presses("0");
      later.hears("an Position eins", SOON);
      first.phone().pullsOut();
      caller.hears("Die Verbindung ist leider abgebrochen", LOST);
      assertThat(first.deskIn("WRAPPING").get("pauseNext")).isEqualTo(true);
      caller.hears("an Position eins", SOON);
      try (AgentAtDesk second = AgentAtDesk.ready(hotline, "emil", OTHER, "de")) {
        second.phone().picksUp();
        Map<?, ?> talking = second.deskIn("TALKING");
        assertThat(AgentAtDesk.talk(talking).get("why")).as("%s", talking).isEqualTo("AGENT_LOST");
        caller.hangsUp();
        second.deskIn("WRAPPING");
      }
    }
  }
}
