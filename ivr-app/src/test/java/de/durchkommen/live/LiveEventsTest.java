package de.durchkommen.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import de.durchkommen.api.ApiClient;
import de.durchkommen.api.Departures;
import de.durchkommen.api.Problem;
import de.durchkommen.api.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is told what and when, with browsers that are quick, slow, or gone. */
class LiveEventsTest {
  private static final ApiClient ERIKA = new ApiClient("@erika", Role.AGENT);
  private static final ApiClient MAX = new ApiClient("@max", Role.SUPERVISOR);
  private static final Audience TO_ERIKA = new Audience.One("erika");
  private static final LiveLimits FEW = new LiveLimits(Duration.ofHours(1), 3, 2, 4);

  private final Departures departures = new Departures();
  private LiveEvents events = events(FEW);

  /** A value. */
  public record Said(String words) {}

  private LiveEvents events(LiveLimits limits) {
    return new LiveEvents(departures, new Random(1), limits);
  }

  @AfterEach
  void stop() {
    events.stop();
  }

  private FakeWire joined(ApiClient client) throws InterruptedException {
    FakeWire wire = joined(client, () -> Optional.of(client), "");
    assertThat(wire.next().name()).isEqualTo("hello");
    return wire;
  }

  private FakeWire joined(ApiClient client, Supplier<Optional<ApiClient>> standing, String seen) {
    FakeWire wire = new FakeWire();
    events.join(new Connection(client, standing, wire), EventId.parse(seen));
    return wire;
  }

  @Test
  void eachAudienceHearsWhatIsForIt() throws InterruptedException {
    FakeWire erika = joined(ERIKA);
    FakeWire max = joined(MAX);
    events.tell(TO_ERIKA, "ring", new Said("1"));
    events.tell(new Audience.All(Role.SUPERVISOR), "alarm", new Said("2"));
    events.tell(new Audience.Everybody(), "news", new Said("3"));
    events.tell(new Audience.One("max"), "ring", new Said("4"));
    events.tell(new Audience.One("@max"), "ring", new Said("5"));
    assertThat(erika.nextText()).isEqualTo("ring {\"words\":\"1\"}");
    assertThat(erika.nextText()).isEqualTo("news {\"words\":\"3\"}");
    assertThat(max.nextText()).isEqualTo("alarm {\"words\":\"2\"}");
    assertThat(max.nextText()).isEqualTo("news {\"words\":\"3\"}");
    assertThat(max.nextText()).isEqualTo("ring {\"words\":\"4\"}");
    assertThat(erika.hasMore() || max.hasMore()).isFalse();
  }

  @Test
  void aStateComesWholeAtTheBeginningAndAfterEachChange() throws InterruptedException {
    AtomicReference<String> now = new AtomicReference<>("free");
    LiveEvents.Source source =
        events.source("desk", who -> who.equals(ERIKA) ? new Said(now.get()) : null);
    FakeWire erika = joined(ERIKA);
    FakeWire max = joined(MAX);
    assertThat(erika.nextText()).isEqualTo("desk {\"words\":\"free\"}");
    now.set("talking");
    events.changed(new Audience.Everybody(), "desk");
    assertThat(erika.nextText()).isEqualTo("desk {\"words\":\"talking\"}");
    events.source("queue", who -> new Said("3"));
    assertThat(erika.nextText()).as("a new one").isEqualTo("queue {\"words\":\"3\"}");
    assertThat(max.nextText()).as("nothing of Erika's").isEqualTo("queue {\"words\":\"3\"}");
    source.close();
    events.changed(TO_ERIKA, "desk");
    events.tell(TO_ERIKA, "ring", new Said("1"));
    assertThat(erika.nextText()).isEqualTo("ring {\"words\":\"1\"}");
  }

  @Test
  void aStateThatChangesOftenIsSentOnceToWhoIsBusy() throws InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    events.source("desk", who -> new Said(String.valueOf(asked.incrementAndGet())));
    FakeWire erika = joined(ERIKA);
    assertThat(erika.nextText()).isEqualTo("desk {\"words\":\"1\"}");
    CountDownLatch stuck = erika.sticks();
    events.tell(TO_ERIKA, "ring", new Said("x"));
    for (int i = 0; i < 100; i++) {
      events.changed(TO_ERIKA, "desk");
    }
    stuck.countDown();
    events.tell(TO_ERIKA, "over", new Said(""));
    List<String> heard = new ArrayList<>();
    do {
      heard.add(erika.nextText());
    } while (!heard.getLast().startsWith("over"));
    assertThat(heard).contains("ring {\"words\":\"x\"}");
    // Asked at most for what was under way before, and once for all that came while they were busy.
    assertThat(asked.get()).as("%s", heard).isLessThanOrEqualTo(3);
  }

  @Test
  void whoIsTooSlowIsCutOffAndNobodyWaitsForThem() throws InterruptedException {
    FakeWire slow = joined(ERIKA);
    FakeWire quick = joined(MAX);
    CountDownLatch stuck = slow.sticks();
    long begun = System.nanoTime();
    for (int i = 0; i < 6; i++) {
      events.tell(new Audience.Everybody(), "news", new Said(String.valueOf(i)));
      assertThat(quick.nextText()).contains(String.valueOf(i));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    stuck.countDown();
    slow.isClosed();
    assertThat(slow.nextText()).as("what was under way").contains("0");
    assertThat(slow.hasMore()).as("nothing more, not even an end").isFalse();
  }

  @Test
  void whoComesBackHearsWhatWasMissed() throws InterruptedException {
    FakeWire wire = new FakeWire();
    events.join(new Connection(ERIKA, () -> Optional.of(ERIKA), wire), Optional.empty());
    String seen = wire.next().id().orElseThrow().text();
    wire.goes();
    events.tell(TO_ERIKA, "ring", new Said("1"));
    wire.isClosed();
    events.tell(new Audience.One("max"), "ring", new Said("2"));
    events.tell(TO_ERIKA, "ring", new Said("3"));
    FakeWire again = joined(ERIKA, () -> Optional.of(ERIKA), seen);
    assertThat(again.next().id()).as("hello is not the last seen").isEmpty();
    assertThat(again.nextText()).isEqualTo("ring {\"words\":\"1\"}");
    Message third = again.next();
    assertThat(third.json()).contains("3");
    FakeWire later = joined(ERIKA, () -> Optional.of(ERIKA), third.id().orElseThrow().text());
    assertThat(later.next().id()).isEqualTo(third.id());
    FakeWire other = joined(ERIKA, () -> Optional.of(ERIKA), "otherprocess-0");
    assertThat(other.next().id()).as("of another process").isEqualTo(third.id());
    assertThat(later.hasMore() || other.hasMore()).isFalse();
  }

  @Test
  void theOldestStreamOfAnAccountEndsForAFurtherOne() throws InterruptedException {
    FakeWire first = joined(ERIKA);
    FakeWire second = joined(ERIKA);
    FakeWire third = joined(ERIKA);
    FakeWire max = joined(MAX);
    assertThat(first.nextText()).isEqualTo("end {\"reason\":\"TOO_MANY\"}");
    first.isClosed();
    assertThat(second.hasMore() || third.hasMore() || max.hasMore()).isFalse();
  }

  @Test
  void aNodeHasALimitThatThreadsCountFor() throws InterruptedException {
    events = events(new LiveLimits(Duration.ofHours(1), 1, 1, 2));
    FakeWire first = joined(ERIKA);
    CountDownLatch stuck = first.sticks();
    joined(ERIKA);
    assertThatExceptionOfType(Problem.class)
        .as("the thread of the one whose place was taken hangs")
        .isThrownBy(() -> joined(MAX))
        .matches(problem -> problem.status() == 503);
    stuck.countDown();
    first.isClosed();
    awaitThreads(1);
    joined(MAX);
  }

  private void awaitThreads(int most) throws InterruptedException {
    for (int i = 0; i < 1_000 && events.threads() > most; i++) {
      Thread.sleep(10);
    }
    assertThat(events.threads()).isLessThanOrEqualTo(most);
  }

  @Test
  void aStreamEndsWithItsSession() throws InterruptedException {
    AtomicReference<Optional<ApiClient>> session = new AtomicReference<>(Optional.of(ERIKA));
    FakeWire gone = joined(ERIKA, session::get, "");
    FakeWire stays = joined(ERIKA);
    gone.next();
    session.set(Optional.empty());
    departures.told("@max");
    departures.told("@erika");
    assertThat(gone.nextText()).isEqualTo("end {\"reason\":\"SESSION\"}");
    gone.isClosed();
    events.tell(TO_ERIKA, "ring", new Said("1"));
    assertThat(stays.nextText()).isEqualTo("ring {\"words\":\"1\"}");
  }

  @Test
  void aSessionThatEndsElsewhereIsNoticedAtABeat() throws InterruptedException {
    events = events(new LiveLimits(Duration.ofMillis(50), 3, 2, 4));
    AtomicReference<Optional<ApiClient>> session = new AtomicReference<>(Optional.of(ERIKA));
    FakeWire wire = joined(ERIKA, session::get, "");
    assertThat(wire.next().name()).isEqualTo("hello");
    assertThat(wire.next().name()).isEqualTo("beat");
    session.set(Optional.of(new ApiClient("@erika", Role.SUPERVISOR)));
    assertThat(wire.nextText()).as("another role").isEqualTo("end {\"reason\":\"SESSION\"}");
  }

  @Test
  void whenNobodyCanTellTheStreamGoesOn() throws InterruptedException {
    events = events(new LiveLimits(Duration.ofMillis(20), 3, 2, 4));
    FakeWire wire =
        joined(
            ERIKA,
            () -> {
              throw Problem.unknown("test");
            },
            "");
    for (String name : List.of("hello", "beat", "beat", "beat")) {
      assertThat(wire.next().name()).isEqualTo(name);
    }
  }

  @Test
  void aStateThatCannotBeFoundOutEndsTheStream() throws InterruptedException {
    events.source(
        "desk",
        who -> {
          throw new IllegalStateException("Erika Beispiel");
        });
    FakeWire wire = joined(ERIKA);
    assertThat(wire.nextText()).isEqualTo("end {\"reason\":\"UNKNOWN\"}");
    wire.isClosed();
  }

  @Test
  void allEndWithTheApplication() throws InterruptedException {
    FakeWire erika = joined(ERIKA);
    events.stop();
    assertThat(erika.nextText()).isEqualTo("end {\"reason\":\"STOPPING\"}");
    awaitThreads(0);
    assertThatExceptionOfType(Problem.class).isThrownBy(() -> joined(MAX));
  }

  @Test
  void anEventIsThereAtOnce() throws InterruptedException {
    FakeWire erika = joined(ERIKA);
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      long begun = System.nanoTime();
      events.tell(TO_ERIKA, "ring", new Said("1"));
      erika.nextText();
      millis.add(Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }
    millis.sort(null);
    assertThat(millis.get(25)).as("half of them").isLessThan(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Ring", "ring\nevent: x", "hello", "beat", "end", "-", "ä"})
  void namesHaveAForm(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> events.tell(TO_ERIKA, name, new Said("")));
    assertThatIllegalArgumentException().isThrownBy(() -> events.source(name, who -> null));
    assertThatIllegalArgumentException().isThrownBy(() -> events.changed(TO_ERIKA, name));
  }

  @Test
  void whatIsTooLargeIsNotSent() {
    String large = "x".repeat(LiveLimits.LARGEST);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> events.tell(TO_ERIKA, "ring", new Said(large)));
  }

  @Test
  void aNameHasOneSource() {
    events.source("desk", who -> null);
    assertThatIllegalStateException().isThrownBy(() -> events.source("desk", who -> null));
  }
}
