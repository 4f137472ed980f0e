package de.durchkommen.launch;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** A port that one of the parts is going to take. */
record Port(String key, String host, int number, boolean isUdp) {
  static Port tcp(String key, String host, int number) {
    return new Port(key, host, number, false);
  }

  static Port udp(String key, String host, int number) {
    return new Port(key, host, number, true);
  }

  /** Fails with the port and the setting that moves it, when somebody else has it. */
  void requireFree() throws IOException {
    try {
      InetAddress address = InetAddress.getByName(host);
      if (isUdp) {
        new DatagramSocket(new InetSocketAddress(address, number)).close();
      } else {
        new ServerSocket(number, 1, address).close();
      }
    } catch (BindException e) {
      throw new LaunchFailure(LaunchFailure.WRONG_USE, taken(e), e);
    } catch (UnknownHostException e) {
      throw new LaunchFailure(LaunchFailure.WRONG_USE, "Unbekannte Adresse: " + host, e);
    }
  }

  private String taken(BindException why) {
    return "Port %d/%s auf %s geht nicht, wohl weil ein anderes Programm ihn hat (%s). Anderen Port wählen: %s (Umgebung: %s)"
        .formatted(
            number, isUdp ? "udp" : "tcp", host, why.getMessage(), key, Settings.variable(key));
  }
}
