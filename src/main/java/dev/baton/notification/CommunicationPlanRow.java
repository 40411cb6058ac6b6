package dev.baton.notification;

import java.util.Set;

/**
 * One row of the communication plan: who is notified, how and when.
 *
 * @param fallback the channel to use if the first one fails; null for none
 * @param template the event whose template is used
 * @param delayMinutes how long to wait before sending
 * @param digest whether it is collected with others for the same recipient
 * @param keepsNightsQuiet whether it waits until the recipient's quiet hours end
 * @param roles groups of the desk, where the audience is {@link Audience#STAKEHOLDERS}
 */
public record CommunicationPlanRow(
    Audience audience,
    ChannelKind channel,
    ChannelKind fallback,
    NotificationEvent template,
    int delayMinutes,
    boolean digest,
    boolean keepsNightsQuiet,
    Set<String> roles) {

  public CommunicationPlanRow {
    roles = Set.copyOf(roles);
  }
}
