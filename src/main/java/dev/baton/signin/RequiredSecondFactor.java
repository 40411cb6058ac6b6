package dev.baton.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.baton.audit.AuditKind;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The roles that require a second factor. */
@Component
public class RequiredSecondFactor {

  private static final String ALL = "all";

  private final JdbcClient jdbc;
  private final SignInLog log;
  private final Clock clock;
  private final Cache<String, Set<String>> roles =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(5)).build();

  RequiredSecondFactor(JdbcClient jdbc, SignInLog log, Clock clock) {
    this.jdbc = jdbc;
    this.log = log;
    this.clock = clock;
  }

  /** The roles by name. */
  public Set<String> roles() {
    return roles.get(
        ALL,
        all ->
            new TreeSet<>(
                jdbc.sql("select role from second_factor_role").query(String.class).list()));
  }

  public boolean isAskedOf(Collection<String> groups) {
    return groups.stream().anyMatch(roles()::contains);
  }

  @Transactional
  public void require(String role, String actor) {
    jdbc.sql("insert ignore into second_factor_role (role, since) values (?, ?)")
        .params(role, clock.instant())
        .update();
    changed(actor, role, "A second factor is required of this role");
  }

  @Transactional
  public void leaveOpen(String role, String actor) {
    jdbc.sql("delete from second_factor_role where role = ?").param(role).update();
    changed(actor, role, "A second factor is left open to this role");
  }

  private void changed(String actor, String role, String words) {
    EvictAfterCommit.nowAndThen(roles::invalidateAll);
    log.note(AuditKind.SETTINGS_CHANGED, actor, role, words);
  }
}
