package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.phone.BaresipProgram;
import de.durchkommen.launch.phone.Dialled;
import de.durchkommen.launch.phone.PhoneSettings;
import de.durchkommen.launch.phone.Recording;
import de.durchkommen.launch.phone.Telephone;
import de.durchkommen.telephone.HotlineUnderTest.Said;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Somebody on a real telephone who says one tone all the time. */
final class Talker implements AutoCloseable {
  /** So long it is said; tests take less. */
  private static final Duration LENGTH = Duration.ofMinutes(5);

  /** Root mean square of 16-bit samples; music has some 700, an empty room less than 10. */
  private static final double MUSIC = 100;

  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final String CALLER = "+495611234500";

  private final Telephone phone;
  private final List<Duration> moments = new ArrayList<>();
  private long pickedUp;

  private Talker(Telephone phone) {
    this.phone = phone;
  }

  /** An agent with a new telephone, which has registered. */
  static Talker agent(HotlineUnderTest hotline, String name, int frequency)
      throws IOException, InterruptedException {
    return registered(hotline, name, frequency, Telephone::registering);
  }

  /** The same by TLS, and with encrypted sound. */
  static Talker secure(HotlineUnderTest hotline, String name, int frequency)
      throws IOException, InterruptedException {
    PhoneSettings.Secured secured = hotline.settings().secured().orElseThrow();
    return registered(
        hotline,
        name,
        frequency,
        (program, registrar, user, password, says) ->
            Telephone.registering(
                program, secured.hotline(), secured.certificate(), user, password, says),
        "--tls");
  }

  /** The same, but it rings until {@link #answers}. */
  static Talker ringing(HotlineUnderTest hotline, String name, int frequency)
      throws IOException, InterruptedException {
    return registered(hotline, name, frequency, Telephone::ringing);
  }

  /** How a telephone is made. */
  private interface Kind {
    Telephone made(
        BaresipProgram program,
        InetSocketAddress registrar,
        String user,
        String password,
        Recording says)
        throws IOException;
  }

  private static Talker registered(
      HotlineUnderTest hotline, String name, int frequency, Kind kind, String... more)
      throws IOException, InterruptedException {
    // A test that is tried once more has left it there; else there is nothing to remove.
    HotlineUnderTest.launcher("phone", "remove", name);
    Said said =
        HotlineUnderTest.launcher(
            Stream.concat(Stream.of("phone", "add", name), Stream.of(more)).toArray(String[]::new));
    assertThat(said.exitCode()).as("%s", said.words()).isZero();
    List<String> fields = List.of(said.words().lines().findFirst().orElseThrow().split("\t", -1));
    Telephone phone =
        OpenPhones.untilTheEnd(
            kind.made(
                hotline.baresip(),
                Place.SIP,
                fields.get(0),
                fields.get(1),
                Tones.of(frequency, LENGTH)));
    Talker talker = new Talker(phone);
    assertThat(phone.isRegistered(LIMIT)).isTrue();
    return talker;
  }

  /** A caller who has dialled and was picked up. */
  static Talker calling(HotlineUnderTest hotline, String dial, int frequency)
      throws IOException, InterruptedException {
    hotline.uses(CALLER);
    Telephone phone =
        OpenPhones.untilTheEnd(
            Telephone.calling(hotline.baresip(), Place.SIP, CALLER, Tones.of(frequency, LENGTH)));
    Talker talker = new Talker(phone);
    assertThat(phone.dialled(dial, Place.SIP, LIMIT)).isInstanceOf(Dialled.PickedUp.class);
    talker.pickedUp = System.nanoTime();
    return talker;
  }

  /** Waits until it rings; when it began to. */
  Instant rings() throws InterruptedException {
    return phone.rings(LIMIT).orElseThrow(() -> new AssertionError("not rung"));
  }

  /** Picks up while it rings. */
  Talker answers() throws IOException, InterruptedException {
    phone.picksUp();
    return picksUp();
  }

  /** Is rung, and picks up. */
  Talker picksUp() throws InterruptedException {
    assertThat(phone.wasCalled(LIMIT)).as("rung").isTrue();
    pickedUp = System.nanoTime();
    return this;
  }

  void presses(String keys) throws IOException {
    phone.presses(keys);
  }

  /** Remembers this moment of what is heard; {@link #heardAt} tells of the second before it. */
  void listens() {
    moments.add(Duration.ofNanos(System.nanoTime() - pickedUp));
  }

  boolean isOver(Duration within) throws InterruptedException {
    return phone.ends(within);
  }

  void hangsUp() throws IOException {
    phone.hangsUp();
  }

  void pullsOut() {
    phone.pulledOut();
  }

  /** What was heard at each moment: the tones, or how loud it was when there were none. */
  List<String> heardAt(List<Integer> tones) throws IOException {
    Recording recording = phone.putDown();
    Tones heard = Tones.in(recording);
    return moments.stream()
        .map(moment -> {
          List<Integer> known = heard.before(moment, tones);
          if (known.isEmpty()) {
            return heard.loudness(moment) > MUSIC ? "music" : "nothing";
          }
          return known.toString();
        })
        .toList();
  }

  @Override
  public void close() throws IOException {
    phone.close();
  }
}
