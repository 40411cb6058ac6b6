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
  /** A release of the flows was rolled back, since its first incidents failed. */
  RELEASE_ROLLED_BACK
}
