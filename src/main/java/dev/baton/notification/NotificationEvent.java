package dev.baton.notification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An event that people can be notified of, by its code. The constants are those that Baton itself
 * announces; process owners register others.
 *
 * @see NotificationEvents
 */
@Schema(
    name = "NotificationEvent",
    type = "string",
    description = "Code of a registered event, such as RESOLVED",
    example = "RESOLVED")
public record NotificationEvent(@JsonValue String code) {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
  private static final int LONGEST_CODE = 32;

  public static final NotificationEvent RECEIVED = new NotificationEvent("RECEIVED");
  public static final NotificationEvent ASSIGNED = new NotificationEvent("ASSIGNED");
  public static final NotificationEvent ON_HOLD = new NotificationEvent("ON_HOLD");
  public static final NotificationEvent REMINDER = new NotificationEvent("REMINDER");

  /** A person wrote to the client. */
  public static final NotificationEvent UPDATE = new NotificationEvent("UPDATE");

  /** The client wrote; notifies those who work on the incident. */
  public static final NotificationEvent REPLIED = new NotificationEvent("REPLIED");

  public static final NotificationEvent AT_RISK = new NotificationEvent("AT_RISK");
  public static final NotificationEvent BREACHED = new NotificationEvent("BREACHED");
  public static final NotificationEvent ESCALATED = new NotificationEvent("ESCALATED");
  public static final NotificationEvent RESOLVED = new NotificationEvent("RESOLVED");
  public static final NotificationEvent CLOSED = new NotificationEvent("CLOSED");
  public static final NotificationEvent REOPENED = new NotificationEvent("REOPENED");
  public static final NotificationEvent CANCELLED = new NotificationEvent("CANCELLED");
  public static final NotificationEvent MAJOR_DECLARED = new NotificationEvent("MAJOR_DECLARED");
  public static final NotificationEvent MAJOR_UPDATED = new NotificationEvent("MAJOR_UPDATED");
  public static final NotificationEvent MAJOR_ENDED = new NotificationEvent("MAJOR_ENDED");

  /** A release of the flows was rolled back, since its first incidents failed. */
  public static final NotificationEvent RELEASE_ROLLED_BACK =
      new NotificationEvent("RELEASE_ROLLED_BACK");

  private static final List<NotificationEvent> BUILT_IN =
      List.of(
          RECEIVED,
          ASSIGNED,
          ON_HOLD,
          REMINDER,
          UPDATE,
          REPLIED,
          AT_RISK,
          BREACHED,
          ESCALATED,
          RESOLVED,
          CLOSED,
          REOPENED,
          CANCELLED,
          MAJOR_DECLARED,
          MAJOR_UPDATED,
          MAJOR_ENDED,
          RELEASE_ROLLED_BACK);

  /**
   * @throws IllegalArgumentException if the code is not made of capital letters, digits and
   *     underscores, or is longer than 32 characters
   */
  public NotificationEvent {
    if (!isCode(code)) {
      throw new IllegalArgumentException("'%s' cannot be the code of an event.".formatted(code));
    }
  }

  /** Whether an event could have this code. */
  static boolean isCode(String text) {
    return text != null && text.length() <= LONGEST_CODE && CODE.matcher(text).matches();
  }

  /** From JSON, paths and database rows. */
  @JsonCreator
  public static NotificationEvent of(String code) {
    return new NotificationEvent(code);
  }

  /** The events that Baton itself announces. */
  public static List<NotificationEvent> builtIn() {
    return BUILT_IN;
  }

  public boolean isBuiltIn() {
    return BUILT_IN.contains(this);
  }

  @Override
  public String toString() {
    return code;
  }
}
