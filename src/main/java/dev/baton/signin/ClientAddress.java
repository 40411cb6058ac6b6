package dev.baton.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The address a request comes from. All addresses of an IPv6 network count as one, since a
 * subscriber usually gets a whole network.
 */
public final class ClientAddress {

  private static final int NETWORK_BYTES = 8;

  private ClientAddress() {}

  public static String of(HttpServletRequest request) {
    return of(request.getRemoteAddr());
  }

  public static String of(String remote) {
    if (remote == null || remote.indexOf(':') < 0) {
      return String.valueOf(remote);
    }
    try {
      // Only digits and colons, so nothing is resolved.
      InetAddress address = InetAddress.getByName(remote);
      return address instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64"
          : address.getHostAddress();
    } catch (UnknownHostException noAddress) {
      return remote;
    }
  }
}
