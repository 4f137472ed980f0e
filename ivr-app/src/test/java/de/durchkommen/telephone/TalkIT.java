package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.agent.Exchange;
import de.durchkommen.agent.Exchange.Live;
import de.durchkommen.agent.Exchange.Mode;
import de.durchkommen.agent.Exchange.Outcome;
import de.durchkommen.line.ExchangeUnderTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Callers and agents talk on real telephones. The dialplan alone holds the talks; what the desk
 * asks of the line comes from here, and the application is not asked.
 */
@ExtendWith(HotlineUnderTest.Shared.class)
@Isolated("telephones are added by programs that start, and calls beside them would stutter")
class TalkIT {
  private static final int CALLER = 600;
  private static final int FIRST = 400;
  private static final int SECOND = 900;
  private static final int SUPERVISOR = 1_300;
  private static final List<Integer> ALL = List.of(FIRST, CALLER, SECOND, SUPERVISOR);
  private static final Duration SETTLED = Duration.ofMillis(2_500);
  private static final Duration SOON = Duration.ofSeconds(5);

  private static final Duration KNOWN = Duration.ofSeconds(20);

  /** So long a colleague is rung. */
  private static final Duration RING = Duration.ofSeconds(25);

  /** RTP is missed after 10 s. */
  private static final Duration LOST = Duration.ofSeconds(15);

  private final HotlineUnderTest hotline;

  TalkIT(HotlineUnderTest hotline) {
    this.hotline = hotline;
  }

  private static void listen(Talker... talkers) throws InterruptedException {
    Thread.sleep(SETTLED);
    for (Talker talker : talkers) {
      talker.listens();
    }
  }

  private static void done(Outcome outcome) {
    assertThat(outcome).isEqualTo(Outcome.DONE);
  }

  /** Asterisk says of a new telephone that it is there once it has looked, within 15 s. */
  private static void onceKnown(Supplier<Outcome> wish) throws InterruptedException {
    long end = System.nanoTime() + KNOWN.toNanos();
    Outcome outcome = wish.get();
    while (outcome == Outcome.NOT_THERE && System.nanoTime() < end) {
      Thread.sleep(SETTLED);
      outcome = wish.get();
    }
    done(outcome);
  }

  @Test
  void talksAreHeldHandedOnListenedToAndGivenBack() throws IOException, InterruptedException {
    hotline.dialplan().addTalk("9501", 501, "agent-talk-1");
    try (ExchangeUnderTest line = hotline.exchange();
        Talker first = Talker.secure(hotline, "talk-1", FIRST);
        Talker second = Talker.secure(hotline, "talk-2", SECOND);
        Talker supervisor = Talker.agent(hotline, "talk-3", SUPERVISOR);
        Talker caller = Talker.calling(hotline, "9501", CALLER)) {
      Exchange exchange = line.exchange();
      first.picksUp();
      line.awaits("begins 501");
      listen(caller, first);
      done(exchange.held(501));
      listen(caller, first);
      done(exchange.resumed(501));
      listen(caller, first);
      onceKnown(() -> exchange.consulted(501, "agent-talk-2"));
      second.picksUp();
      listen(caller, first, second);
      done(exchange.joined(501, "agent-talk-2"));
      listen(caller, first, second);
      done(exchange.handedTo(501));
      assertThat(first.isOver(SOON)).isTrue();
      listen(caller, second);
      onceKnown(() -> exchange.observed(501, "agent-talk-3", Mode.WHISPER));
      supervisor.picksUp();
      listen(caller, second, supervisor);
      assertThat(exchange.live()).containsExactly(new Live(501, true, true, false, true));
      supervisor.hangsUp();
      line.awaits("observer left 501");
      assertThat(exchange.live()).containsExactly(new Live(501, true, true));
      done(exchange.released(501));
      assertThat(second.isOver(SOON)).isTrue();
      assertThat(hotline.dialplan().cameBack(501)).isEqualTo("TALKED");
      assertThat(exchange.live()).isEmpty();

      assertThat(caller.heardAt(ALL))
          .containsExactly("[400]", "music", "[400]", "music", "[400, 900]", "[900]", "[900]");
      assertThat(first.heardAt(ALL))
          .containsExactly("[600]", "nothing", "[600]", "[900]", "[600, 900]");
      assertThat(second.heardAt(ALL))
          .containsExactly("[400]", "[400, 600]", "[600]", "[600, 1300]");
      assertThat(supervisor.heardAt(ALL)).containsExactly("[600, 900]");
      assertThat(line.heard())
          .containsSubsequence("rings 501", "begins 501", "caller left 501")
          .noneMatch(told -> told.startsWith("agent left"));
    }
  }

  /** Who hangs up hands over, with or without the caller among them. */
  @Test
  void whoWasAskedKeepsTheCallerWhenTheFirstHangsUp() throws IOException, InterruptedException {
    hotline.dialplan().addTalk("9506", 506, "agent-talk-10");
    try (ExchangeUnderTest line = hotline.exchange();
        Talker first = Talker.agent(hotline, "talk-10", FIRST);
        Talker second = Talker.agent(hotline, "talk-11", SECOND);
        Talker third = Talker.agent(hotline, "talk-12", SUPERVISOR);
        Talker caller = Talker.calling(hotline, "9506", CALLER)) {
      Exchange exchange = line.exchange();
      first.picksUp();
      line.awaits("begins 506");
      onceKnown(() -> exchange.consulted(506, "agent-talk-11"));
      second.picksUp();
      listen(first, second);
      done(exchange.joined(506, "agent-talk-11"));
      listen(caller);
      first.hangsUp();
      line.awaits("agent left 506 FOLLOWED");
      listen(caller, second);
      onceKnown(() -> exchange.consulted(506, "agent-talk-12"));
      third.picksUp();
      listen(caller, second, third);
      second.hangsUp();
      listen(caller, third);
      assertThat(exchange.live()).containsExactly(new Live(506, true, true));
      third.hangsUp();
      line.awaits("agent left 506 HUNG_UP");
      assertThat(hotline.dialplan().cameBack(506)).isEqualTo("TALKED");
      assertThat(caller.heardAt(ALL)).containsExactly("[400, 900]", "[900]", "music", "[1300]");
      assertThat(second.heardAt(ALL)).containsExactly("[400]", "[600]", "[1300]");
      assertThat(third.heardAt(ALL)).containsExactly("[900]", "[600]");
    }
  }

  @Test
  void anAgentWhosePhoneIsPulledOutIsNoticedAndTheNextOneRings()
      throws IOException, InterruptedException {
    hotline.dialplan().addTalks("9502", 502, "agent-talk-4", 503, "agent-talk-5");
    try (ExchangeUnderTest line = hotline.exchange();
        Talker first = Talker.agent(hotline, "talk-4", FIRST);
        Talker second = Talker.agent(hotline, "talk-5", SECOND);
        Talker caller = Talker.calling(hotline, "9502", CALLER)) {
      first.picksUp();
      line.awaits("begins 502");
      listen(caller);
      long pulled = System.nanoTime();
      first.pullsOut();
      line.awaits("agent left 502 LOST");
      second.picksUp();
      assertThat(Duration.ofNanos(System.nanoTime() - pulled)).isLessThan(LOST);
      line.awaits("begins 503");
      listen(caller, second);
      second.hangsUp();
      line.awaits("agent left 503 HUNG_UP");
      assertThat(hotline.dialplan().cameBack(503)).isEqualTo("TALKED");
      assertThat(caller.heardAt(ALL)).containsExactly("[400]", "[900]");
      assertThat(second.heardAt(ALL)).containsExactly("[600]");
    }
  }

  @Test
  void aBrokenConnectionToTheManagerPortChangesNothingForThoseWhoTalk()
      throws IOException, InterruptedException {
    hotline.dialplan().addTalk("9504", 504, "agent-talk-6");
    try (Talker agent = Talker.agent(hotline, "talk-6", FIRST);
        Talker caller = talking(agent, 504)) {
      listen(caller, agent);
      try (ExchangeUnderTest line = hotline.exchange()) {
        assertThat(line.exchange().live()).contains(new Live(504, true, true));
        done(line.exchange().held(504));
        listen(caller, agent);
        agent.hangsUp();
        line.awaits("agent left 504 HUNG_UP");
        assertThat(hotline.dialplan().cameBack(504)).isEqualTo("TALKED");
        assertThat(line.heard()).doesNotContain("begins 504");
      }
      assertThat(caller.heardAt(ALL)).containsExactly("[400]", "music");
      assertThat(agent.heardAt(ALL)).containsExactly("[600]", "nothing");
    }
  }

  /** The caller hears music all the while, until the agent has them back. */
  @Test
  void whoIsAskedInVainOrRefusesIsTold() throws IOException, InterruptedException {
    hotline.dialplan().addTalk("9505", 505, "agent-talk-7");
    try (ExchangeUnderTest line = hotline.exchange();
        Talker agent = Talker.agent(hotline, "talk-7", FIRST);
        Talker silent = Talker.ringing(hotline, "talk-8", SECOND);
        Talker refusing = Talker.ringing(hotline, "talk-9", SECOND);
        Talker caller = Talker.calling(hotline, "9505", CALLER)) {
      Exchange exchange = line.exchange();
      agent.picksUp();
      line.awaits("begins 505");
      onceKnown(() -> exchange.consulted(505, "agent-talk-8"));
      silent.rings();
      assertThat(exchange.live()).containsExactly(new Live(505, true, true, true, false));
      Thread.sleep(RING);
      line.awaits("asked left 505 NO_ANSWER");
      listen(caller, agent);
      onceKnown(() -> exchange.consulted(505, "agent-talk-9"));
      refusing.rings();
      refusing.hangsUp();
      line.awaits("asked left 505 DECLINED");
      listen(caller, agent);
      done(exchange.resumed(505));
      listen(caller, agent);
      agent.hangsUp();
      assertThat(hotline.dialplan().cameBack(505)).isEqualTo("TALKED");
      assertThat(caller.heardAt(ALL)).containsExactly("music", "music", "[400]");
      assertThat(agent.heardAt(ALL)).containsExactly("nothing", "nothing", "[600]");
    }
  }

  /** A talk whose beginning was told on a connection that is closed now. */
  private Talker talking(Talker agent, long talk) throws IOException, InterruptedException {
    try (ExchangeUnderTest line = hotline.exchange()) {
      Talker caller = Talker.calling(hotline, "9504", CALLER);
      agent.picksUp();
      line.awaits("begins " + talk);
      return caller;
    }
  }
}
