package dev.baton.mail;

import dev.baton.mail.AuthenticationResults.Method;
import dev.baton.mail.mime.Headers;
import dev.baton.mail.mime.MimeParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the address in From belongs to the sender. Anyone can write any address there, so only
 * the results that our own mail server added to the headers count (RFC 8601).
 *
 * @param doubt why the sender is not verified; null if verified
 * @param domain in From; null if there is none
 */
public record SenderAuthentication(boolean isVerified, SenderDoubt doubt, String domain) {

  private static final SenderAuthentication VERIFIED = new SenderAuthentication(true, null, null);
  private static final int MAX_HEADER_BYTES = 256 * 1024;

  /**
   * Verified by dmarc=pass for the domain in From or, where the domain has no DMARC policy, by
   * dkim=pass or spf=pass for that domain or a parent domain. Only the topmost header of each
   * server counts, because the sender could have added those below.
   *
   * @param raw the mail
   * @param authservIds the authserv-ids of our own mail servers
   */
  public static SenderAuthentication of(byte[] raw, Collection<String> authservIds) {
    Headers headers = head(raw);
    Optional<String> domain = domainOfFrom(headers);
    if (domain.isEmpty()) {
      return unverified(SenderDoubt.NOT_ONE_SENDER, null);
    }
    List<Method> found = found(headers, authservIds);
    if (found.isEmpty()) {
      return unverified(SenderDoubt.NOT_CHECKED, domain.get());
    }
    return verdict(found, domain.get());
  }

  /** For a mail server that rejects forged mail itself: one plain address in From is enough. */
  public static SenderAuthentication byServer(byte[] raw) {
    return domainOfFrom(head(raw)).isPresent()
        ? VERIFIED
        : unverified(SenderDoubt.NOT_ONE_SENDER, null);
  }

  private static SenderAuthentication verdict(List<Method> found, String domain) {
    List<Method> dmarc = found.stream().filter(method -> method.name().equals("dmarc")).toList();
    if (dmarc.stream().anyMatch(method -> method.result().equals("fail"))) {
      return unverified(SenderDoubt.DMARC_FAILED, domain);
    }
    if (dmarc.stream().anyMatch(method -> method.result().equals("pass"))) {
      boolean matchesFrom =
          dmarc.stream()
              .filter(method -> method.result().equals("pass"))
              .allMatch(method -> domain.equals(domainIn(method.properties().get("header.from"))));
      return matchesFrom ? VERIFIED : unverified(SenderDoubt.DMARC_OF_OTHERS, domain);
    }
    boolean passes =
        found.stream()
            .flatMap(SenderAuthentication::passedDomains)
            .anyMatch(passed -> isSameOrAbove(passed, domain));
    return passes ? VERIFIED : unverified(SenderDoubt.NEITHER_PASSED, domain);
  }

  private static Stream<String> passedDomains(Method method) {
    if (method.is("dkim", "pass")) {
      String signer = method.properties().get("header.d");
      return Stream.of(domainIn(signer != null ? signer : method.properties().get("header.i")));
    }
    if (method.is("spf", "pass")) {
      return Stream.of(domainIn(method.properties().get("smtp.mailfrom")));
    }
    return Stream.empty();
  }

  /** A domain vouches for its subdomains; a top-level domain does not. */
  private static boolean isSameOrAbove(String passed, String domain) {
    return passed.contains(".") && (domain.equals(passed) || domain.endsWith("." + passed));
  }

  private static String domainIn(String value) {
    return value == null ? "" : value.substring(value.lastIndexOf('@') + 1);
  }

  private static List<Method> found(Headers headers, Collection<String> authservIds) {
    Set<String> expected = new HashSet<>();
    authservIds.forEach(id -> expected.add(id.strip().toLowerCase(Locale.ROOT)));
    List<Method> found = new ArrayList<>();
    for (String value : headers.values("authentication-results")) {
      AuthenticationResults.parse(value)
          .filter(results -> expected.remove(results.authservId()))
          .ifPresent(results -> found.addAll(results.methods()));
    }
    return found;
  }

  /** Empty unless there is one From with one address whose domain is plain ASCII. */
  private static Optional<String> domainOfFrom(Headers headers) {
    List<String> values = headers.values("from");
    List<MailAddress> from = values.size() == 1 ? AddressParser.parse(values.get(0)) : List.of();
    return Optional.of(from)
        .filter(addresses -> addresses.size() == 1)
        .map(addresses -> addresses.get(0).email())
        .filter(email -> email.indexOf('@') > 0 && email.indexOf('@') == email.lastIndexOf('@'))
        .map(SenderAuthentication::domainIn)
        .filter(domain -> domain.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"))
        .map(domain -> domain.toLowerCase(Locale.ROOT));
  }

  /** For a mail without an author. */
  public static SenderAuthentication withoutSender() {
    return unverified(SenderDoubt.NO_SENDER, null);
  }

  private static SenderAuthentication unverified(SenderDoubt doubt, String domain) {
    return new SenderAuthentication(false, doubt, domain);
  }

  private static Headers head(byte[] raw) {
    int end = 0;
    int most = Math.min(raw.length, MAX_HEADER_BYTES);
    while (end < most && !endsAt(raw, end)) {
      end++;
    }
    return MimeParser.parse(Arrays.copyOf(raw, end), new ArrayList<>()).headers();
  }

  private static boolean endsAt(byte[] raw, int at) {
    return raw[at] == '\n'
        && at + 1 < raw.length
        && (raw[at + 1] == '\n'
            || raw[at + 1] == '\r' && at + 2 < raw.length && raw[at + 2] == '\n');
  }
}
