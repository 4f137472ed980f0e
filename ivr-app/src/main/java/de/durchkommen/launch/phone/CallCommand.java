package de.durchkommen.launch.phone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code call}: one real SIP call to the hotline. Exit code 0 when the call ended in words, 1 when
 * it did not, 2 for wrong usage.
 */
@Command(
    name = "call",
    description = "Ruft die Hotline 116117 an.",
    optionListHeading = "%nOptionen:%n")
public final class CallCommand implements Callable<Integer> {
  private static final int IN_WORDS = 0;
  private static final int NOT_IN_WORDS = 1;
  private static final int WRONG_USAGE = 2;

  private final Supplier<PhoneSettings> settings;
  private final AtomicBoolean kept = new AtomicBoolean();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--keys",
      paramLabel = "TASTEN",
      description =
          "Tasten, durch Kommas getrennt: ein Eintrag je Frage, ein leerer heißt schweigen."
              + " Ohne diese Angabe werden sie am Terminal getippt.")
  private @Nullable String keys;

  @Option(
      names = "--from",
      paramLabel = "NUMMER",
      description =
          "Die Nummer, die die Hotline sieht und zurückrufen kann, etwa 0561123456."
              + " Ohne diese Angabe ist sie unterdrückt.")
  private @Nullable String from;

  @Option(
      names = "--language",
      paramLabel = "SPRACHE",
      description =
          "Wählt die Nummer, unter der diese Sprache gesprochen wird, etwa tr für Türkisch."
              + " Ohne diese Angabe ist es die 116117, unter der alle angeboten werden.")
  private @Nullable String language;

  @Option(
      names = "--record",
      paramLabel = "DATEI.wav",
      description = "Schreibt, was der Anrufer hört, in eine WAV-Datei.")
  private @Nullable Path record;

  @Option(
      names = "--codec",
      paramLabel = "CODEC",
      description =
          "Der eine Codec, den das Telefon anbietet: alaw, wie in Europa üblich, ulaw, wie in"
              + " Nordamerika, oder g722 mit 16 statt 8 kHz, auch in der Aufnahme."
              + " Ohne diese Angabe ist es alaw.")
  private String codec = "alaw";

  @Option(
      names = "--secure",
      description =
          "Ruft über TLS an und verschlüsselt den Ton (SRTP); was davon nicht geht, lässt den Anruf"
              + " scheitern.")
  private boolean secure;

  /**
   * The command.
   *
   * @param settings where the hotline is; asked when the command runs
   */
  public CallCommand(Supplier<PhoneSettings> settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try {
      checkFrom();
      Codec offered = codec();
      checkRecord();
      PhoneSettings hotline = settings.get();
      Handset handset = new Handset(Optional.ofNullable(from), offered, trusted(hotline));
      return made(hotline, handset, hand(hotline, out), out);
    } catch (IllegalArgumentException wrong) {
      err.println(wrong.getMessage());
      err.flush();
      return WRONG_USAGE;
    } catch (IOException failed) {
      err.println("Der Anruf ist gescheitert: " + failed.getMessage());
      err.flush();
      return NOT_IN_WORDS;
    }
  }

  private int made(PhoneSettings hotline, Handset handset, Hand hand, PrintWriter out)
      throws IOException, InterruptedException {
    try (HotlineCall call = new HotlineCall(hotline, number(hotline), handset, hand, out)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> hangUp(call, out), "hang-up"));
      HotlineCall.End end = call.made();
      keep(call.recording());
      out.println("OUTCOME " + end.outcome());
      out.flush();
      return end.inWords() ? IN_WORDS : NOT_IN_WORDS;
    }
  }

  /** Ctrl-C in the middle of a call: nothing is left behind, and what was heard is kept. */
  private void hangUp(HotlineCall call, PrintWriter out) {
    try {
      call.close();
      keep(call.recording());
    } catch (IOException failed) {
      out.println("Auflegen gescheitert: " + failed.getMessage());
      out.flush();
    }
  }

  private Hand hand(PhoneSettings hotline, PrintWriter out) {
    if (keys != null) {
      return new PlannedHand(KeyPlan.of(keys), hotline.pause(), Clock.systemUTC());
    }
    Charset typed = Charset.forName(System.getProperty("stdin.encoding", "UTF-8"));
    return new TypingHand(new BufferedReader(new InputStreamReader(System.in, typed)), out);
  }

  private String number(PhoneSettings hotline) {
    if (language == null) {
      return HotlineCall.NUMBER;
    }
    int key = hotline.languages().indexOf(language) + 1;
    if (key == 0) {
      throw new IllegalArgumentException(
          "--language: eine von " + String.join(", ", hotline.languages()) + ".");
    }
    return HotlineCall.NUMBER + key;
  }

  private Optional<Path> trusted(PhoneSettings hotline) {
    if (secure && hotline.secured().isEmpty()) {
      throw new IllegalArgumentException("--secure: braucht durchkommen.tls=true.");
    }
    return hotline.secured().filter(any -> secure).map(PhoneSettings.Secured::certificate);
  }

  private Codec codec() {
    return Codec.named(codec)
        .orElseThrow(() -> new IllegalArgumentException("--codec: alaw, ulaw oder g722."));
  }

  private void checkFrom() {
    if (from != null && !Telephone.NUMBERS.matcher(from).matches()) {
      throw new IllegalArgumentException(
          "--from: eine Nummer aus 3 bis 20 Ziffern, auch mit + davor, ohne Leerzeichen.");
    }
  }

  private void checkRecord() {
    if (record == null) {
      return;
    }
    Path folder = Optional.ofNullable(record.toAbsolutePath().getParent()).orElse(record);
    if (Files.isDirectory(record) || !Files.isWritable(folder)) {
      throw new IllegalArgumentException("--record: " + record + " kann nicht geschrieben werden.");
    }
  }

  private void keep(Optional<Recording> recording) throws IOException {
    if (record != null && recording.isPresent() && kept.compareAndSet(false, true)) {
      recording.get().write(record);
    }
  }
}
