package dev.baton.client;

import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.InvalidInput;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mail domains of a client's own people: those that were set, else those of its requesters
 * without the public providers, where anybody can have an address.
 */
@Service
@Transactional
public class ClientDomains {

  private static final String DOMAIN = "[a-z0-9-]+(\\.[a-z0-9-]+)+";
  private static final int MOST = 100;

  /** Anybody can have an address there. */
  private static final Set<String> PUBLIC =
      Set.of(
          "aol.com",
          "bluewin.ch",
          "fastmail.com",
          "free.fr",
          "freenet.de",
          "gmail.com",
          "gmx.at",
          "gmx.ch",
          "gmx.com",
          "gmx.de",
          "gmx.net",
          "googlemail.com",
          "hotmail.com",
          "hotmail.co.uk",
          "icloud.com",
          "live.com",
          "mac.com",
          "mail.com",
          "mail.ru",
          "me.com",
          "msn.com",
          "naver.com",
          "orange.fr",
          "outlook.com",
          "outlook.de",
          "posteo.de",
          "proton.me",
          "protonmail.com",
          "qq.com",
          "163.com",
          "t-online.de",
          "web.de",
          "yahoo.co.uk",
          "yahoo.com",
          "yahoo.de",
          "yandex.ru",
          "ymail.com",
          "zoho.com");

  private final JdbcClient jdbc;

  ClientDomains(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those that were set; empty if none were. */
  @Transactional(readOnly = true)
  public List<String> of(long clientId) {
    return jdbc.sql("select domain from client_domain where client_id = ? order by domain")
        .param(clientId)
        .query(String.class)
        .list();
  }

  /**
   * Sets the client's domains; an empty list means those of its requesters.
   *
   * @throws InvalidInput for an invalid domain
   */
  public List<String> set(long clientId, List<String> domains) {
    Set<String> accepted = new TreeSet<>();
    for (String domain : domains) {
      String plain = domain == null ? "" : domain.strip().toLowerCase(Locale.ROOT);
      if (!plain.matches(DOMAIN) || plain.length() > 255) {
        throw new InvalidInput("domains", LocalizableText.of("refused.domain", domain));
      }
      accepted.add(plain);
    }
    if (accepted.size() > MOST) {
      throw new InvalidInput("domains", LocalizableText.of("refused.domains", MOST));
    }
    jdbc.sql("delete from client_domain where client_id = ?").param(clientId).update();
    for (String domain : accepted) {
      jdbc.sql("insert into client_domain (client_id, domain) values (?, ?)")
          .params(clientId, domain)
          .update();
    }
    return List.copyOf(accepted);
  }

  /** Whether an address is of one of the client's domains, or of one below it. */
  @Transactional(readOnly = true)
  public boolean has(long clientId, String email) {
    String domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    List<String> set = of(clientId);
    return set.isEmpty()
        ? !PUBLIC.contains(domain) && hasRequesterAt(clientId, domain)
        : set.stream().anyMatch(own -> domain.equals(own) || domain.endsWith("." + own));
  }

  /** Whether none was set, and no requester of the client has an address either. */
  @Transactional(readOnly = true)
  public boolean areUnknown(long clientId) {
    return of(clientId).isEmpty()
        && jdbc.sql("select id from requester where client_id = ? and email is not null limit 1")
            .param(clientId)
            .query(Long.class)
            .optional()
            .isEmpty();
  }

  private boolean hasRequesterAt(long clientId, String domain) {
    return jdbc.sql(
            "select id from requester where client_id = ?"
                + " and substring_index(email, '@', -1) = ? limit 1")
        .params(clientId, domain)
        .query(Long.class)
        .optional()
        .isPresent();
  }
}
