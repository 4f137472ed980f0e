package de.durchkommen.launch.phone;

import de.durchkommen.launch.phone.TranscriptFeed.Line;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One call to the hotline: dials, presses keys, prints what is said, and tells how it ended.
 *
 * <p>What is said is taken from the app's transcript. Where the app cannot tell, because it died or
 * never took the call, it is recognised in the recording.
 */
public final class HotlineCall implements AutoCloseable {
  /** The number of the hotline. */
  public static final String NUMBER = "116117";

  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
  private static final Duration LOOK_EVERY = Duration.ofMillis(60);

  /** How long after the end of a call its outcome may still come. */
  private static final Duration OUTCOME_LIMIT = Duration.ofSeconds(3);

  private final PhoneSettings settings;
  private final InetSocketAddress hotline;
  private final String number;
  private final Hand hand;
  private final PrintWriter out;
  private final Telephone phone;
  private boolean hungUpHere;
  private boolean tooLong;

  /**
   * Takes a telephone off the hook.
   *
   * @param number the hotline's: {@link #NUMBER}, or that of a language
   * @param handset the telephone: the number that it shows, and its codec
   * @param hand what presses the keys
   * @param out where the transcript is printed; keys are printed there and nowhere else
   * @throws IOException with words for the user, if there is no working telephone
   */
  HotlineCall(PhoneSettings settings, String number, Handset handset, Hand hand, PrintWriter out)
      throws IOException {
    this.number = number;
    this.settings = settings;
    this.hotline =
        settings
            .secured()
            .filter(secured -> handset.trusted().isPresent())
            .map(PhoneSettings.Secured::hotline)
            .orElse(settings.hotline());
    this.hand = hand;
    this.out = out;
    BaresipProgram program = BaresipProgram.found(settings.root());
    Recording silence = Recording.of(new short[0]);
    this.phone = Telephone.calling(program, hotline, handset, silence);
  }

  /** How a call ended. */
  record End(String outcome, boolean inWords) {}

  /** Makes the call, from dialling to its end. */
  End made() throws IOException, InterruptedException {
    Dialled dialled = phone.dialled(number, hotline, ANSWER_LIMIT);
    if (dialled instanceof Dialled.PickedUp(String callId)) {
      Followed transcript =
          new Followed(new TranscriptFeed(settings.apps(), settings.token()), callId);
      talks(transcript);
      close();
      return end(transcript);
    }
    String reason = dialled instanceof Dialled.Refused(String why) ? why : "keine Antwort";
    out.println(
        "Die Hotline unter %s:%d nimmt nicht ab (%s). Läuft './durchkommen up'?"
            .formatted(hotline.getHostString(), hotline.getPort(), reason));
    return new End("UNREACHABLE", false);
  }

  /** What was heard, once the call is closed; empty when nobody picked up. */
  Optional<Recording> recording() {
    return phone.recording();
  }

  /** Hangs up. */
  @Override
  public void close() throws IOException {
    phone.close();
  }

  private void talks(Followed transcript) throws IOException, InterruptedException {
    long limit = System.nanoTime() + Telephone.LONGEST_CALL.toNanos();
    while (phone.ended().isEmpty()) {
      show(transcript.news());
      press();
      if (System.nanoTime() > limit) {
        tooLong = true;
        phone.hangsUp();
      }
      phone.ends(LOOK_EVERY);
    }
    long outcomeLimit = System.nanoTime() + OUTCOME_LIMIT.toNanos();
    show(transcript.news());
    while (transcript.outcome().isEmpty()
        && transcript.trouble().isEmpty()
        && System.nanoTime() < outcomeLimit) {
      Thread.sleep(LOOK_EVERY);
      show(transcript.news());
    }
  }

  private void show(List<Line> news) {
    for (Line line : news) {
      if (line.isSaid()) {
        said(line.text());
      }
      if (line.isQuestion()) {
        hand.asked(line.text());
      }
    }
  }

  private void said(String text) {
    out.println("<< " + text.replaceAll("\\s+", " "));
    out.flush();
  }

  private void press() throws IOException {
    Hand.Move move = hand.move();
    switch (move) {
      case Hand.Move.Press(String keys) -> {
        phone.presses(keys);
        out.println(">> " + keys);
        out.flush();
      }
      case Hand.Move.HangUp hangUp -> {
        hungUpHere = true;
        phone.hangsUp();
      }
      case Hand.Move.Nothing nothing -> {}
    }
  }

  private End end(Followed transcript) throws IOException {
    List<String> fallback =
        transcript.isIncomplete() || transcript.outcome().isEmpty()
            ? unwritten(transcript)
            : List.of();
    transcript.trouble().ifPresent(out::println);
    fallback.forEach(this::said);
    if (tooLong) {
      out.println(
          "Der Anruf dauerte länger als %d Minuten und wurde beendet."
              .formatted(Telephone.LONGEST_CALL.toMinutes()));
      return new End("TOO_LONG", false);
    }
    Optional<String> outcome = transcript.outcome();
    if (outcome.isPresent()) {
      return new End(outcome.get(), !"HUNG_UP".equals(outcome.get()));
    }
    if (hungUpHere) {
      return new End("HUNG_UP", false);
    }
    if (!fallback.isEmpty()) {
      return new End("FALLBACK", true);
    }
    return new End(transcript.all().isEmpty() ? "NOTHING_HEARD" : "CUT_OFF", false);
  }

  /** What was heard and is in no transcript. */
  private List<String> unwritten(Followed transcript) throws IOException {
    Optional<Recording> recording = recording();
    if (recording.isEmpty()) {
      return List.of();
    }
    Set<Path> written = new HashSet<>();
    transcript.all().stream()
        .filter(Line::isSaid)
        .forEach(line -> written.add(Path.of(line.audio())));
    List<PromptSound> candidates = new ArrayList<>(PromptSound.in(settings.sounds()));
    return new Recogniser(candidates)
        .recognised(recording.get()).prompts().stream()
            .filter(heard -> !written.contains(heard.sound().audio()))
            .map(heard -> heard.sound().text())
            .toList();
  }
}
