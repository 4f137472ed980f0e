package de.durchkommen.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * By what browsers, telephones and the application know that they talk to this hotline (RFC 5280):
 * an operator's files ({@code durchkommen.tls.certificate} and {@code .key}), or a certificate that
 * was made here, is signed by nobody else, and is replaced before it ends.
 */
final class Certificate {
  /** What a browser still takes: CA/Browser Forum, Baseline Requirements 6.3.2. */
  static final Duration VALID = Duration.ofDays(397);

  /** One of ours that ends within that time is made anew at the next start. */
  static final Duration RENEWED = Duration.ofDays(30);

  private static final String NAME = "durchkommen";
  private static final Pattern NAMES =
      Pattern.compile("[A-Za-z0-9.:-]{1,253}(\\s*,\\s*[A-Za-z0-9.:-]{1,253}){0,49}");
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");
  private static final String CERTIFICATE = "durchkommen.tls.certificate";
  private static final String KEY = "durchkommen.tls.key";
  private static final int SERIAL_BITS = 127;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

  private final Path certificate;
  private final Path key;
  private final boolean own;
  private final List<String> names;

  private Certificate(Path certificate, Path key, boolean own, List<String> names) {
    this.certificate = certificate;
    this.key = key;
    this.own = own;
    this.names = List.copyOf(names);
  }

  /**
   * The operator's, or ours.
   *
   * @param names hosts and addresses that ours is for unless {@code durchkommen.tls.names} says
   * @throws LaunchFailure when only one of the two files is named
   */
  static Certificate of(Settings settings, Home home, List<String> names) {
    Optional<Path> certificate = settings.folder(CERTIFICATE);
    Optional<Path> key = settings.folder(KEY);
    if (certificate.isPresent() != key.isPresent()) {
      throw new LaunchFailure(
          LaunchFailure.WRONG_USE,
          "%s und %s gehören zusammen: beide setzen oder keines.".formatted(CERTIFICATE, KEY));
    }
    if (certificate.isPresent() && key.isPresent()) {
      return new Certificate(certificate.get(), key.get(), false, List.of());
    }
    List<String> wanted =
        settings.optional("durchkommen.tls.names").isPresent()
            ? List.of(settings.text("durchkommen.tls.names", NAMES).split("\\s*,\\s*", -1))
            : names;
    return new Certificate(
        home.run().resolve("tls.crt"), home.run().resolve("tls.key"), true, wanted);
  }

  /** PEM: the certificate, and those that it is signed with. */
  Path certificate() {
    return certificate;
  }

  /** PEM: the private key, without a password. */
  Path key() {
    return key;
  }

  /**
   * Makes ours when there is none, it ends soon or is for other names; checks the operator's.
   *
   * @throws LaunchFailure when the operator's files cannot be used
   */
  void make(Clock clock) throws IOException {
    if (!own) {
      parts();
    } else if (!isGood(clock.instant())) {
      written(clock.instant());
    }
  }

  /** As Java's servers want it: PKCS #12, for its owner only. */
  void store(Path file, String password) throws IOException {
    Parts parts = parts();
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (OutputStream out = Files.newOutputStream(fresh)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          NAME, parts.key(), password.toCharArray(), parts.chain().toArray(new X509Certificate[0]));
      store.store(out, password.toCharArray());
    } catch (GeneralSecurityException e) {
      throw unusable(e);
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Until when it is good, in German, as the end of a sentence. */
  String term(Clock clock) {
    try {
      Instant ends = parts().chain().getFirst().getNotAfter().toInstant();
      String day = DAY.format(ends.atZone(clock.getZone()));
      return (ends.isAfter(clock.instant()) ? "gilt bis " : "galt nur bis ") + day;
    } catch (IOException | LaunchFailure none) {
      return own ? "wird beim Start gemacht" : "ist nicht zu gebrauchen";
    }
  }

  /** By what the key is found in {@link #store}. */
  static String alias() {
    return NAME;
  }

  private record Parts(List<X509Certificate> chain, PrivateKey key) {}

  private boolean isGood(Instant now) {
    try {
      X509Certificate made = parts().chain().getFirst();
      List<String> given = new ArrayList<>();
      for (List<?> name :
          Optional.ofNullable(made.getSubjectAlternativeNames()).orElse(List.of())) {
        given.add(String.valueOf(name.get(1)));
      }
      return made.getNotAfter().toInstant().isAfter(now.plus(RENEWED))
          && names.stream().map(Certificate::asRead).allMatch(given::contains);
    } catch (IOException | GeneralSecurityException | LaunchFailure none) {
      return false;
    }
  }

  /** An IPv6 address can be written in several ways; a certificate has none of them. */
  private static String asRead(String name) {
    return ADDRESS.matcher(name).matches() ? InetAddress.ofLiteral(name).getHostAddress() : name;
  }

  private Parts parts() throws IOException {
    List<X509Certificate> chain = new ArrayList<>();
    try (PEMParser pem = new PEMParser(Files.newBufferedReader(certificate))) {
      for (Object part = pem.readObject(); part != null; part = pem.readObject()) {
        if (part instanceof X509CertificateHolder holder) {
          chain.add(new JcaX509CertificateConverter().getCertificate(holder));
        }
      }
      PrivateKey read = read();
      if (chain.isEmpty()) {
        throw new GeneralSecurityException("no certificate in " + certificate);
      }
      return new Parts(chain, read);
    } catch (GeneralSecurityException | IOException e) {
      throw unusable(e);
    }
  }

  private PrivateKey read() throws IOException, GeneralSecurityException {
    var converter = new JcaPEMKeyConverter();
    try (Reader in = Files.newBufferedReader(key);
        PEMParser pem = new PEMParser(in)) {
      for (Object part = pem.readObject(); part != null; part = pem.readObject()) {
        if (part instanceof PrivateKeyInfo info) {
          return converter.getPrivateKey(info);
        }
        if (part instanceof PEMKeyPair pair) {
          return converter.getPrivateKey(pair.getPrivateKeyInfo());
        }
      }
    } catch (PEMException e) {
      throw new GeneralSecurityException(e);
    }
    throw new GeneralSecurityException("no private key without a password in " + key);
  }

  private LaunchFailure unusable(Exception why) {
    return new LaunchFailure(
        LaunchFailure.WRONG_USE,
        "Zertifikat %s und Schlüssel %s sind nicht zu gebrauchen (PEM, Schlüssel ohne Kennwort): %s"
            .formatted(certificate, key, why.getMessage()),
        why);
  }

  private void written(Instant now) throws IOException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      X500Name name = new X500Name("CN=Durchkommen,O=" + names.getFirst());
      var builder =
          new JcaX509v3CertificateBuilder(
              name,
              new BigInteger(SERIAL_BITS, new SecureRandom()),
              // Whoever asks may have a clock that is a little behind.
              Date.from(now.minus(Duration.ofHours(1))),
              Date.from(now.plus(VALID).minus(Duration.ofHours(2))),
              name,
              pair.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
      builder.addExtension(Extension.subjectAlternativeName, false, alternatives());
      X509CertificateHolder holder =
          builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
      Modes.writeSecret(key, pem(new JcaPKCS8Generator(pair.getPrivate(), null)));
      Files.writeString(certificate, pem(holder));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IOException("No certificate could be made", e);
    }
  }

  private GeneralNames alternatives() {
    return new GeneralNames(
        names.stream()
            .map(name ->
                new GeneralName(
                    ADDRESS.matcher(name).matches() ? GeneralName.iPAddress : GeneralName.dNSName,
                    name))
            .toArray(GeneralName[]::new));
  }

  private static String pem(Object part) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
      pem.writeObject(part);
    }
    return text.toString();
  }
}
