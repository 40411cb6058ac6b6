package dev.baton.notification.delivery;

import dev.baton.notification.MailSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The key by which we recognise our own Message-IDs: {@code baton.mail.secret}, or a key that the
 * first node generates and keeps in the database, the same for all nodes.
 */
@Component
public class MessageIdKey {

  private static final int BYTES = 32;
  private static final int SHOWN = 20;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final String given;
  private volatile SecretKeySpec key;

  MessageIdKey(JdbcTemplate jdbc, PlatformTransactionManager transactions, MailSettings settings) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.given = settings.secret();
  }

  /**
   * Returns a keyed hash of the text that no one can forge without the key: 20 lower-case
   * hexadecimal digits.
   */
  public String mark(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key());
      byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, SHOWN);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java lacks HmacSHA256.", e);
    }
  }

  private SecretKeySpec key() {
    SecretKeySpec known = key;
    if (known == null) {
      String secret = given.isEmpty() ? transaction.execute(status -> kept()) : given;
      known = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
      key = known;
    }
    return known;
  }

  private String kept() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    jdbc.update(
        "insert ignore into mail_key (id, secret) values (1, ?)", HexFormat.of().formatHex(random));
    return jdbc.queryForObject("select secret from mail_key where id = 1", String.class);
  }
}
