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
 * A session that is written only when it has changed. When it was last used is noted to the minute,
 * and an attribute that is set again as it was read is no change: the engine's web applications do
 * so with each request.
 */
class StoredSession implements Session {

  private static final Duration NOTED = Duration.ofMinutes(1);

  private final Session kept;

  /** What is in the database, or will be, of the attributes that were read or set. */
  private final Map<String, byte[]> asKept = new HashMap<>();

  StoredSession(Session kept) {
    this.kept = kept;
  }

  /** As Spring Session knows it, to be written. */
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
