package dev.baton.signin;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The sessions in the database; each is read once per request. */
class StoredSessions implements FindByIndexNameSessionRepository<StoredSession> {

  /** Spring Session reads again before it writes; the request caches the first result. */
  private static final String READ = StoredSessions.class.getName();

  private final JdbcIndexedSessionRepository jdbcSessions;
  private final FindByIndexNameSessionRepository<Session> kept;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  @SuppressWarnings("unchecked") // the type of its sessions is known to Spring Session alone
  StoredSessions(
      JdbcIndexedSessionRepository kept,
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions) {
    this.jdbcSessions = kept;
    this.kept = (FindByIndexNameSessionRepository<Session>) (Object) kept;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public StoredSession createSession() {
    return new StoredSession(kept.createSession());
  }

  @Override
  public void save(StoredSession session) {
    kept.save(session.kept());
  }

  @Override
  public StoredSession findById(String id) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null
        && request.getAttribute(READ, RequestAttributes.SCOPE_REQUEST) instanceof StoredSession read
        && read.getId().equals(id)) {
      return read;
    }
    Session found = kept.findById(id);
    StoredSession session = found == null ? null : new StoredSession(found);
    if (request != null && session != null) {
      request.setAttribute(READ, session, RequestAttributes.SCOPE_REQUEST);
    }
    return session;
  }

  @Override
  public void deleteById(String id) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.removeAttribute(READ, RequestAttributes.SCOPE_REQUEST);
    }
    kept.deleteById(id);
  }

  @Override
  public Map<String, StoredSession> findByIndexNameAndIndexValue(String index, String value) {
    return kept.findByIndexNameAndIndexValue(index, value).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> new StoredSession(it.getValue())));
  }

  /** Removes expired sessions, on one node at a time. */
  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
  public void removeExpired() {
    transaction.executeWithoutResult(
        status -> {
          if (has("select get_lock(concat('baton-sessions-', database()), 0)")) {
            try {
              jdbcSessions.cleanUpExpiredSessions();
            } finally {
              has("select release_lock(concat('baton-sessions-', database()))");
            }
          }
        });
  }

  private boolean has(String lock) {
    return Boolean.TRUE.equals(jdbc.queryForObject(lock, Boolean.class));
  }
}
