package dev.baton.notification.delivery;

import dev.baton.notification.NotificationSettings;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Decides where a webhook may point: to public addresses, and to the hosts and networks in the
 * setting {@code baton.notification.webhook-allowed}. The server runs in a private network, and a
 * webhook must not become a way into it.
 */
@Component
public class WebhookTargets {

  private static final Pattern NUMBER_FOR_HOST =
      Pattern.compile("(0x[0-9a-f]*|[0-9]+)(\\.(0x[0-9a-f]*|[0-9]+))*\\.?");
  private static final Pattern ADDRESS =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
  private static final int FIRST_FREE_PORT = 1024;

  /** Networks that are not public, in addition to those that Java recognises. */
  private static final List<Network> RESERVED =
      Stream.of(
              "0.0.0.0/8",
              "100.64.0.0/10",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "240.0.0.0/4",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20")
          .map(Network::of)
          .toList();

  private static final Network GLOBAL_IPV6 = Network.of("2000::/3");

  private final List<String> allowedHosts;
  private final List<Network> allowedNetworks;

  WebhookTargets(NotificationSettings settings) {
    this.allowedHosts =
        settings.webhookAllowed().stream()
            .filter(entry -> !entry.contains("/"))
            .map(entry -> entry.toLowerCase(Locale.ROOT))
            .toList();
    this.allowedNetworks =
        settings.webhookAllowed().stream()
            .filter(entry -> entry.contains("/"))
            .map(Network::of)
            .toList();
  }

  /**
   * Checks a URL before it is stored. Its host name is resolved at each delivery.
   *
   * @throws InvalidInput for the field {@code url}
   */
  void check(URI url) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    boolean isLiteral = host.startsWith("[") || NUMBER_FOR_HOST.matcher(host).matches();
    if (isLiteral && !host.startsWith("[") && !ADDRESS.matcher(host).matches()) {
      throw new InvalidInput("url", LocalizableText.of("refused.webhook.numbers"));
    }
    try {
      if (isLiteral || host.equals("localhost") || host.endsWith(".localhost")) {
        resolve(host);
      }
    } catch (UnknownHostException refused) {
      throw new InvalidInput("url", LocalizableText.of("refused.webhook.private", host));
    }
    if (!isAllowedPort(url)) {
      throw new InvalidInput("url", LocalizableText.of("refused.webhook.port"));
    }
  }

  /** Whether web servers use this port; allowed hosts may use any port. */
  private boolean isAllowedPort(URI url) {
    int port = url.getPort();
    return port == -1
        || port == 80
        || port == 443
        || port >= FIRST_FREE_PORT
        || allowedHosts.contains(url.getHost().toLowerCase(Locale.ROOT));
  }

  /**
   * Returns the addresses of a host, all of which may be connected to. Callers must connect to
   * these and not resolve the name again, since the answer may have changed.
   *
   * @throws UnknownHostException also if any of them is not allowed
   */
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] found = InetAddress.getAllByName(host);
    if (!allowedHosts.contains(host.toLowerCase(Locale.ROOT))
        && !Arrays.stream(found).allMatch(this::isAllowed)) {
      throw new UnknownHostException(
          "%s is an address of a private network; the operator allows hosts and networks with baton.notification.webhook-allowed."
              .formatted(host));
    }
    return found;
  }

  private boolean isAllowed(InetAddress address) {
    return isPublic(address)
        || allowedNetworks.stream().anyMatch(network -> network.holds(address));
  }

  private static boolean isPublic(InetAddress address) {
    boolean isSpecial =
        address.isLoopbackAddress()
            || address.isAnyLocalAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || address.isMulticastAddress();
    return !isSpecial
        && (address instanceof Inet4Address || GLOBAL_IPV6.holds(address))
        && RESERVED.stream().noneMatch(network -> network.holds(address));
  }

  /** A network: all addresses that begin with the same bits. */
  private record Network(byte[] start, int bits) {

    static Network of(String text) {
      String[] parts = text.strip().split("/");
      try {
        byte[] start = InetAddress.getByName(parts[0]).getAddress();
        int bits = Integer.parseInt(parts[1]);
        if (bits < 0 || bits > start.length * Byte.SIZE || !parts[0].matches("[0-9a-fA-F:.]+")) {
          throw new IllegalArgumentException(text + " is not a network such as 10.1.0.0/16.");
        }
        return new Network(start, bits);
      } catch (UnknownHostException | NumberFormatException e) {
        throw new IllegalArgumentException(text + " is not a network such as 10.1.0.0/16.", e);
      }
    }

    boolean holds(InetAddress address) {
      byte[] other = address.getAddress();
      if (other.length != start.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % Byte.SIZE);
        if ((start[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
