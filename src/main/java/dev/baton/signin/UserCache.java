package dev.baton.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.baton.engine.EngineSignIn;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The engine's users with their groups, remembered for some seconds: sessions ask with every
 * request. What an administrator changes takes effect after that time.
 */
@Component
public class UserCache {

  private static final Duration REMEMBERED = Duration.ofSeconds(15);

  private final EngineSignIn engine;
  private final Cache<String, Optional<EngineSignIn.Known>> known =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();

  UserCache(EngineSignIn engine) {
    this.engine = engine;
  }

  public Optional<EngineSignIn.Known> find(String login) {
    return known.get(login, engine::find);
  }

  /** The person as they are at this moment; the others learn of it at the same time. */
  public Optional<EngineSignIn.Known> findAnew(String login) {
    forget(login);
    return find(login);
  }

  /** What is asked next is read anew, on this node; again at the end of the transaction. */
  void forget(String login) {
    EvictAfterCommit.nowAndThen(() -> known.invalidate(login));
  }
}
