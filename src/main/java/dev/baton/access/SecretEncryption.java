package dev.baton.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Encrypts secrets that must be read again, each for its owner alone, and creates signatures. The
 * key comes from {@code baton.sign-in.secret}, or from a secret that the first node generates and
 * stores in the database; in that case a copy of the database includes the key.
 */
@Component
public class SecretEncryption {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final String SIGNATURE = "HmacSHA256";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final String given;
  private final SecureRandom random = new SecureRandom();
  private volatile SecretKeySpec key;

  SecretEncryption(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      @Value("${baton.sign-in.secret:}") String given) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.given = given.strip();
  }

  public byte[] encrypt(byte[] secret, String owner) {
    byte[] nonce = random(NONCE_BYTES);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret, owner);
    byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
    return both;
  }

  /**
   * @throws IllegalStateException if it was encrypted with another key or for another owner
   */
  public byte[] decrypt(byte[] stored, String owner) {
    byte[] nonce = Arrays.copyOf(stored, NONCE_BYTES);
    return run(
        Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(stored, NONCE_BYTES, stored.length), owner);
  }

  /**
   * Returns a signature of the text that no one else can create; signatures for different purposes
   * never match.
   */
  public byte[] sign(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance(SIGNATURE);
      mac.init(new SecretKeySpec(key().getEncoded(), SIGNATURE));
      mac.init(new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), SIGNATURE));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java lacks " + SIGNATURE + ".", e);
    }
  }

  public byte[] random(int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return drawn;
  }

  private byte[] run(int mode, byte[] nonce, byte[] input, String owner) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "A stored secret cannot be read; was baton.sign-in.secret changed?", e);
    }
  }

  private SecretKeySpec key() throws GeneralSecurityException {
    SecretKeySpec known = key;
    if (known == null) {
      String secret = given.isEmpty() ? transaction.execute(status -> kept()) : given;
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      known = new SecretKeySpec(digest, "AES");
      key = known;
    }
    return known;
  }

  private String kept() {
    jdbc.sql("insert ignore into sign_in_key (id, secret) values (1, ?)")
        .param(HexFormat.of().formatHex(random(32)))
        .update();
    return jdbc.sql("select secret from sign_in_key where id = 1").query(String.class).single();
  }
}
