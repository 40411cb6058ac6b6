package dev.baton.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.baton.engine.EngineSignIn;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Caches the engine's users with their groups for some seconds, since every session request needs
 * them. Administrators' changes take effect after that time.
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

  /** Returns the person as they are now and refreshes the cache. */
  public Optional<EngineSignIn.Known> findAnew(String login) {
    forget(login);
    return find(login);
  }

  /** Discards the cached value on this node, now and again at the end of the transaction. */
  void forget(String login) {
    EvictAfterCommit.nowAndThen(() -> known.invalidate(login));
  }
}
