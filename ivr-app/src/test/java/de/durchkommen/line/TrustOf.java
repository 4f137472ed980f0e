package de.durchkommen.line;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

/** For tests of other packages: TLS of a client that knows one certificate, and no other. */
public final class TrustOf {
  private TrustOf() {}

  /** Trusts the owner of this certificate (PEM). */
  public static SSLContext certificate(Path pem) throws IOException, GeneralSecurityException {
    return new TrustedPeer(pem).context();
  }
}
