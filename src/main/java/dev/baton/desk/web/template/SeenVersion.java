package dev.baton.desk.web.template;

import java.time.Instant;

/** Says in a form which version of a template or macro the person saw when they opened it. */
public final class SeenVersion {

  private SeenVersion() {}

  /**
   * @param changedAt null for something new
   */
  public static String of(Instant changedAt) {
    return changedAt == null ? "" : String.valueOf(changedAt.toEpochMilli());
  }

  /** When the version was stored; null if the form does not say. */
  public static Instant changedAt(String seen) {
    return seen.matches("\\d{1,15}") ? Instant.ofEpochMilli(Long.parseLong(seen)) : null;
  }
}
