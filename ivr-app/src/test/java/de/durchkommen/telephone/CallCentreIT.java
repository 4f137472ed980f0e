package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Three agents and ten callers, all on real telephones; and a kill of the application. */
@ExtendWith(HotlineUnderTest.Shared.class)
@Isolated("while an agent is signed in, everybody's key 0 leads to them")
class CallCentreIT {
  private static final int AGENT = 400;
  private static final int CALLER = 600;
  private static final int CALLERS = 10;
  private static final String TURKISH = "1161173";
  private static final String CODE = "Geben Sie den Code mit den Tasten ein";
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration GREETED = Duration.ofSeconds(4);
  private static final Duration TALK = Duration.ofSeconds(2);
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration ALL = Duration.ofMinutes(4);
  private static final Duration RESTART = Duration.ofMinutes(2);

  private final HotlineUnderTest hotline;

  CallCentreIT(HotlineUnderTest hotline) {
    this.hotline = hotline;
  }

  @BeforeEach
  void nobodyIsLeft() throws IOException, InterruptedException {
    hotline.nobodyIsLeft();
  }

  /** All are served, in their order, once each, by somebody who speaks their language. */
  @Test
  void threeAgentsServeTenCallers() throws Exception {
    long before = Long.parseLong(hotline.sql("SELECT COALESCE(MAX(id), 0) FROM talk"));
    List<PersonOnLine> callers = new ArrayList<>();
    try (AgentAtDesk anna = AgentAtDesk.ready(hotline, "crowd-anna", AGENT, "de");
        AgentAtDesk ida = AgentAtDesk.ready(hotline, "crowd-ida", AGENT, "de");
        AgentAtDesk cem = AgentAtDesk.ready(hotline, "crowd-cem", AGENT, "de", "tr")) {
      for (int number = 0; number < CALLERS; number++) {
        callers.add(wants(number));
      }
      callers.get(CALLERS - 1).hears("an Position", SOON);
      serve(List.of(anna, ida, cem), before);
      for (PersonOnLine caller : callers) {
        assertThat(caller.isOver(SOON)).as("%s", caller).isTrue();
      }
      String served = "FROM talk t WHERE t.id > " + before + " AND t.begun_at IS NOT NULL";
      assertThat(hotline.sql("SELECT COUNT(*), COUNT(DISTINCT call_id) " + served))
          .isEqualTo(CALLERS + "\t" + CALLERS);
      assertThat(
              hotline.sql(
                  "SELECT COUNT(*) FROM talk t JOIN account c ON c.id = t.account WHERE t.id > "
                      + before
                      + " AND t.language = 'tr' AND c.name <> 'crowd-cem'"))
          .as("Turkish callers with somebody who does not understand them")
          .isEqualTo("0");
      assertThat(
              hotline.sql(
                  "SELECT GROUP_CONCAT(ticket ORDER BY id) FROM talk WHERE " + german(before)))
          .as("German callers in their order")
          .isEqualTo(
              hotline.sql(
                  "SELECT GROUP_CONCAT(ticket ORDER BY ticket) FROM talk WHERE " + german(before)));
    } finally {
      for (PersonOnLine caller : callers) {
        caller.close();
      }
    }
  }

  private static String german(long before) {
    return "id > " + before + " AND language = 'de'";
  }

  /** Each third speaks Turkish. */
  private PersonOnLine wants(int number) throws IOException, InterruptedException {
    String from = "+4956112346" + (10 + number);
    if (number % 3 == 2) {
      PersonOnLine caller = PersonOnLine.calling(hotline, TURKISH, from);
      caller.hears("tuşuna", SOON);
      caller.presses("0");
      return caller;
    }
    PersonOnLine caller = PersonOnLine.calling(hotline, from);
    caller.hears(CODE, SOON);
    caller.presses("0");
    return caller;
  }

  private void serve(List<AgentAtDesk> agents, long before) throws Exception {
    long end = System.nanoTime() + ALL.toNanos();
    while (!hotline
        .sql("SELECT COUNT(*) FROM talk WHERE ended_at IS NOT NULL AND id > " + before)
        .equals(String.valueOf(CALLERS))) {
      assertThat(System.nanoTime()).as("served in time").isLessThan(end);
      for (AgentAtDesk agent : agents) {
        goesOn(agent);
      }
      Thread.sleep(LOOK);
    }
  }

  private static void goesOn(AgentAtDesk agent) throws Exception {
    switch (String.valueOf(agent.desk().get("state"))) {
      case "TALKING" -> {
        Thread.sleep(TALK);
        agent.does("POST", "desk/talk/end", "{}");
      }
      case "WRAPPING" -> agent.does("POST", "desk/talk/wrap", "{\"code\":\"INFORMED\"}");
      default -> {}
    }
  }

  /** Who talks goes on talking, the desk is as it was, and can do what it could. */
  @Test
  void aTalkGoesOnWhenTheApplicationIsKilled() throws Exception {
    try (AgentAtDesk agent = AgentAtDesk.ready(hotline, "crowd-greta", AGENT, "de");
        Talker caller = Talker.calling(hotline, HotlineUnderTest.GERMAN, CALLER)) {
      Thread.sleep(GREETED);
      caller.presses("0");
      agent.phone().picksUp();
      Object talk = AgentAtDesk.talk(agent.deskIn("TALKING")).get("id");
      listen(caller, agent.phone());

      assertThat(hotline.process("payara").destroyForcibly()).isTrue();
      listen(caller, agent.phone());
      assertThat(hotline.becomesReady(RESTART)).isTrue();
      listen(caller, agent.phone());
      assertThat(AgentAtDesk.talk(agent.deskIn("TALKING")).get("id")).isEqualTo(talk);
      agent.does("POST", "desk/talk/hold", "{}");
      listen(caller, agent.phone());
      agent.does("POST", "desk/talk/resume", "{}");
      agent.does("POST", "desk/talk/end", "{}");
      agent.deskIn("WRAPPING");
      assertThat(caller.isOver(SOON)).as("after the farewell").isTrue();
      List<Integer> tones = List.of(AGENT, CALLER);
      assertThat(caller.heardAt(tones)).containsExactly("[400]", "[400]", "[400]", "music");
      assertThat(agent.phone().heardAt(tones))
          .containsExactly("[600]", "[600]", "[600]", "nothing");
    }
  }

  private static void listen(Talker... talkers) throws InterruptedException {
    Thread.sleep(TALK);
    for (Talker talker : talkers) {
      talker.listens();
    }
  }
}
