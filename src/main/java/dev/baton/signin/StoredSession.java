package dev.baton.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.session.Session;
import org.springframework.util.SerializationUtils;

/**
 * A session that is only written if it has changed. Its last use is recorded to the minute, and
 * setting an attribute to the value it already has is not a change: the engine's web applications
 * do so with each request.
 */
class StoredSession implements Session {

  private static final Duration NOTED = Duration.ofMinutes(1);

  private final Session kept;

  /** The attributes read or set so far, as they are or will be in the database. */
  private final Map<String, byte[]> asKept = new HashMap<>();

  StoredSession(Session kept) {
    this.kept = kept;
  }

  /** The session in Spring Session's form, for writing. */
  Session kept() {
    return kept;
  }

  @Override
  public String getId() {
    return kept.getId();
  }

  @Override
  public String changeSessionId() {
    return kept.changeSessionId();
  }

  @Override
  public <T> T getAttribute(String name) {
    T value = kept.getAttribute(name);
    if (value != null) {
      asKept.computeIfAbsent(name, unread -> SerializationUtils.serialize(value));
    }
    return value;
  }

  @Override
  public Set<String> getAttributeNames() {
    return kept.getAttributeNames();
  }

  @Override
  public void setAttribute(String name, Object value) {
    if (value == null) {
      removeAttribute(name);
      return;
    }
    byte[] now = SerializationUtils.serialize(value);
    if (!Arrays.equals(now, asKept.put(name, now))) {
      kept.setAttribute(name, value);
    }
  }

  @Override
  public void removeAttribute(String name) {
    asKept.remove(name);
    kept.removeAttribute(name);
  }

  @Override
  public Instant getCreationTime() {
    return kept.getCreationTime();
  }

  @Override
  public void setLastAccessedTime(Instant now) {
    if (!now.isBefore(getLastAccessedTime().plus(NOTED))) {
      kept.setLastAccessedTime(now);
    }
  }

  @Override
  public Instant getLastAccessedTime() {
    return kept.getLastAccessedTime();
  }

  @Override
  public void setMaxInactiveInterval(Duration interval) {
    kept.setMaxInactiveInterval(interval);
  }

  @Override
  public Duration getMaxInactiveInterval() {
    return kept.getMaxInactiveInterval();
  }

  @Override
  public boolean isExpired() {
    return kept.isExpired();
  }
}
