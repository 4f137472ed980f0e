package de.durchkommen.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import de.durchkommen.launch.phone.Dialled;
import de.durchkommen.launch.phone.Recording;
import de.durchkommen.launch.phone.Telephone;
import de.durchkommen.launch.phone.TranscriptFeed.Line;
import de.durchkommen.launch.phone.TranscriptFeed.Look;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Somebody with a real telephone on the line, who presses keys when they have heard something. */
final class PersonOnLine implements AutoCloseable {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
  private static final Duration MOMENT = Duration.ofMillis(100);
  private static final Duration AGAIN = Duration.ofSeconds(12);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration END_LIMIT = Duration.ofSeconds(60);
  private static final Duration LENGTH = Duration.ofMinutes(3);
  private static final Recording SILENCE = Recording.of(new short[0]);

  private final HotlineUnderTest hotline;
  private final Telephone phone;
  private final String callId;
  private Thread keeper = Thread.ofVirtual().unstarted(() -> {});

  private PersonOnLine(HotlineUnderTest hotline, Telephone phone, String callId) {
    this.hotline = hotline;
    this.phone = phone;
    this.callId = callId;
  }

  /** Somebody who calls the hotline from this number. */
  static PersonOnLine calling(HotlineUnderTest hotline, String number)
      throws IOException, InterruptedException {
    return calling(hotline, HotlineUnderTest.GERMAN, number);
  }

  /** The same, who says one tone all the time. */
  static PersonOnLine saying(HotlineUnderTest hotline, String number, int frequency)
      throws IOException, InterruptedException {
    return calling(hotline, HotlineUnderTest.GERMAN, number, Tones.of(frequency, LENGTH));
  }

  /** Somebody who dials a certain number of the hotline, from this number. */
  static PersonOnLine calling(HotlineUnderTest hotline, String dial, String number)
      throws IOException, InterruptedException {
    return calling(hotline, dial, number, SILENCE);
  }

  private static PersonOnLine calling(
      HotlineUnderTest hotline, String dial, String number, Recording says)
      throws IOException, InterruptedException {
    hotline.uses(number);
    Telephone phone =
        OpenPhones.untilTheEnd(Telephone.calling(hotline.baresip(), Place.SIP, number, says));
    Dialled dialled = phone.dialled(dial, Place.SIP, ANSWER_LIMIT);
    assertThat(dialled).isInstanceOf(Dialled.PickedUp.class);
    return new PersonOnLine(hotline, phone, ((Dialled.PickedUp) dialled).callId());
  }

  /** Somebody who calls the hotline and shows no number. */
  static PersonOnLine withheld(HotlineUnderTest hotline, String dial)
      throws IOException, InterruptedException {
    return calling(hotline, dial, "anonymous");
  }

  /** Somebody with this number whom the hotline calls, and who picks up. */
  static PersonOnLine called(HotlineUnderTest hotline, String number, Duration within)
      throws IOException, InterruptedException {
    return called(hotline, number, within, () -> {});
  }

  /** What has to happen before the hotline calls. */
  interface Turn {
    void comes() throws IOException, InterruptedException;
  }

  /** The same, when something happens that the telephone has to be there for. */
  static PersonOnLine called(HotlineUnderTest hotline, String number, Duration within, Turn turn)
      throws IOException, InterruptedException {
    hotline.uses(number);
    Telephone phone =
        OpenPhones.untilTheEnd(
            Telephone.answering(hotline.baresip(), number, Place.CALLED_BACK, SILENCE));
    try {
      turn.comes();
      assertThat(phone.wasCalled(within)).as("%s was called", number).isTrue();
      return new PersonOnLine(hotline, phone, phone.callId().orElseThrow());
    } catch (AssertionError | IOException | InterruptedException nobody) {
      phone.close();
      throw nobody;
    }
  }

  void presses(String keys) throws IOException {
    phone.presses(keys);
  }

  /** Waits until these words are being said, for the time given at most. */
  void hears(String words, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!isTold(words)) {
      assertThat(System.nanoTime()).as("no \"%s\" in %s", words, said()).isLessThan(end);
      Thread.sleep(MOMENT);
    }
  }

  boolean isTold(String words) throws InterruptedException {
    return said().stream().anyMatch(text -> text.contains(words));
  }

  /** What was said first of all, or is being said. */
  String firstWords() throws InterruptedException {
    List<String> said = said();
    assertThat(said).isNotEmpty();
    return said.getFirst();
  }

  /** What the transcript says was said, since the application last began. */
  private List<String> said() throws InterruptedException {
    return hotline.transcripts().look(callId, 0) instanceof Look.Known known
        ? known.lines().stream().filter(Line::isSaid).map(Line::text).toList()
        : List.of();
  }

  /** Has the question said again and again, so as to keep the dialogue, until {@link #leaves}. */
  void keepsTalking() {
    keeper =
        Thread.ofVirtual()
            .start(() -> {
              try {
                while (phone.ended().isEmpty()) {
                  phone.presses("*");
                  Thread.sleep(AGAIN);
                }
              } catch (IOException | InterruptedException over) {
                // Nobody talks any more.
              }
            });
  }

  /** Talks for the last time; what comes next is an entry of its own. */
  void stopsTalking() throws InterruptedException {
    keeper.interrupt();
    keeper.join();
    // Not between the two keys of the next entry: what was begun is cleared.
    Thread.sleep(PAUSE);
  }

  /** Somebody without a letter, for whom no person is free: they are told so, which is an end. */
  void leaves() throws IOException, InterruptedException {
    stopsTalking();
    presses("2#");
    hears("Bitte rufen Sie später wieder an", END_LIMIT);
    phone.hangsUp();
  }

  void hangsUp() throws IOException {
    phone.hangsUp();
  }

  /** Is gone without a word, as when a battery is empty. */
  void vanishes() {
    phone.pulledOut();
  }

  boolean isOver(Duration within) throws InterruptedException {
    return phone.ends(within);
  }

  /** Hangs up, and gives what was heard. */
  Recording putDown() throws IOException {
    return phone.putDown();
  }

  @Override
  public void close() throws IOException {
    keeper.interrupt();
    phone.close();
  }
}
