package de.durchkommen.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A certificate that nobody else has signed, good for 90 days, made by Java's {@code keytool}. */
public final class MadeCertificate {
  /** Of its key's file. */
  static final String PASSWORD = "secret";

  private MadeCertificate() {}

  /**
   * Makes {@code NAME.p12} and {@code NAME.crt}.
   *
   * @param extension as {@code keytool -ext} has it
   * @return the certificate (PEM)
   */
  public static Path in(Path folder, String name, String extension)
      throws IOException, InterruptedException {
    List<String> keys =
        List.of(
            "-keystore",
            folder.resolve(name + ".p12").toString(),
            "-storepass",
            PASSWORD,
            "-alias",
            name);
    Path certificate = folder.resolve(name + ".crt");
    run(List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=x", "-ext", extension), keys);
    run(List.of("-exportcert", "-rfc", "-file", certificate.toString()), keys);
    return certificate;
  }

  private static void run(List<String> words, List<String> keys)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(words);
    command.addAll(keys);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
