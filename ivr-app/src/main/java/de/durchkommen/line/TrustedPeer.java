package de.durchkommen.line;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** Whoever has this certificate, or one that it signs, for the host that is spoken to. */
record TrustedPeer(Path certificate) {
  /**
   * TLS on a connection, as a client (RFC 8446).
   *
   * @param host what the certificate has to be for (RFC 6125)
   * @param limit for all that is said until it is secure
   * @throws IOException when the peer is another one or says nothing; the connection is of no use
   *     then
   */
  Socket secured(Socket wire, String host, int port, Duration limit) throws IOException {
    try {
      SSLSocket socket =
          (SSLSocket) context().getSocketFactory().createSocket(wire, host, port, true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
      socket.setSSLParameters(parameters);
      socket.setSoTimeout(Math.toIntExact(limit.toMillis()));
      socket.startHandshake();
      return socket;
    } catch (GeneralSecurityException e) {
      throw new IOException(
          "durchkommen.ami.certificate: " + certificate + " is no certificate", e);
    }
  }

  /** Read each time: a certificate that was replaced is taken at the next connection. */
  SSLContext context() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (InputStream in = Files.newInputStream(certificate)) {
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        trusted.setCertificateEntry("peer-" + trusted.size(), one);
      }
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}
