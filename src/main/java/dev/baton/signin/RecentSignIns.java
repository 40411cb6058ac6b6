package dev.baton.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.baton.engine.EngineSignIn.SignedIn;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Saves the engine from checking a name and password again that were correct within the last half
 * minute. A changed password or group takes effect after that time at the latest. Stores no
 * passwords, only a keyed hash whose key lives as long as this process.
 */
@Component
class RecentSignIns {

  private static final String HASH = "HmacSHA256";
  private static final Duration KEPT = Duration.ofSeconds(30);
  private static final int MOST = 10_000;

  private final SecretKeySpec secret = new SecretKeySpec(randomBytes(), HASH);
  private final Cache<String, SignedIn> recent =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

  /**
   * @param revision of the account; a different revision requires a new check
   */
  Optional<SignedIn> check(
      String login, String password, long revision, Supplier<Optional<SignedIn>> check) {
    return Optional.ofNullable(
        recent.get(hash(login, password, revision), unseen -> check.get().orElse(null)));
  }

  private String hash(String login, String password, long revision) {
    try {
      Mac mac = Mac.getInstance(HASH);
      mac.init(secret);
      mac.update((revision + ":" + login).getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] randomBytes() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
