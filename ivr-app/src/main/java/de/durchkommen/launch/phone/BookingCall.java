package de.durchkommen.launch.phone;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Somebody who calls, answers what is asked, and takes the first appointments that are offered. */
public final class BookingCall {
  private final PhoneSettings settings;

  /** Somebody who calls this hotline. */
  public BookingCall(PhoneSettings settings) {
    this.settings = settings;
  }

  /**
   * How it ended.
   *
   * @param outcome as {@code call} prints it, such as {@code BOOKED 123456 …} or {@code CUT_OFF}
   * @param inWords whether the caller was told so
   * @param heard all that was said and pressed, a line each
   */
  public record Ended(String outcome, boolean inWords, String heard) {}

  /**
   * Makes the call, from dialling to its end.
   *
   * @param number that the telephone shows
   * @param code of the letter, ten digits
   * @param birthDate as it is keyed, such as 24121936
   * @throws IOException if there is no working telephone
   */
  public Ended made(String number, String code, String birthDate)
      throws IOException, InterruptedException {
    Map<String, String> answers =
        Map.of(
            "zehn Ziffern", code + "#",
            "Geburtsdatum", birthDate + "#",
            "Um beide zu nehmen", "1",
            "Nehmen: die Eins", "1",
            "Wenn das richtig ist", "1");
    Hand hand = new AnsweringHand(answers, settings.pause(), Clock.systemUTC());
    StringWriter heard = new StringWriter();
    Handset handset = new Handset(Optional.of(number), Codec.ALAW);
    PrintWriter out = new PrintWriter(heard);
    try (HotlineCall call = new HotlineCall(settings, HotlineCall.NUMBER, handset, hand, out)) {
      HotlineCall.End end = call.made();
      return new Ended(end.outcome(), end.inWords(), heard.toString());
    }
  }
}
