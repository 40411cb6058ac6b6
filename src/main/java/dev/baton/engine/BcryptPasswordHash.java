package dev.baton.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Stores passwords as bcrypt, so that a stolen table cannot be tried out at millions of guesses a
 * second. What the engine hands over is password and salt; bcrypt would read its first 72 bytes
 * alone, so it gets the SHA-256 of the whole.
 */
public class BcryptPasswordHash implements PasswordEncryptor {

  private static final String NAME = "bcrypt-sha256";

  private final BCryptPasswordEncoder bcrypt;

  /**
   * @param strength the logarithm of bcrypt's rounds: 4 to 31, and each step takes twice the time
   */
  public BcryptPasswordHash(int strength) {
    this.bcrypt = new BCryptPasswordEncoder(strength);
  }

  /** Whether a stored password was hashed in another way, such as the engine's own SHA-512. */
  static boolean isOutdated(String stored) {
    return !stored.startsWith("{" + NAME + "}");
  }

  @Override
  public String encrypt(String salted) {
    return bcrypt.encode(digest(salted));
  }

  @Override
  public boolean check(String salted, String stored) {
    return bcrypt.matches(digest(salted), stored);
  }

  @Override
  public String hashAlgorithmName() {
    return NAME;
  }

  private static String digest(String salted) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(salted.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java lacks SHA-256.", e);
    }
  }
}
