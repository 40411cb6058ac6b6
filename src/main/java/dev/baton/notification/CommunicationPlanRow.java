package dev.baton.notification;

import java.util.Set;

/**
 * One row of the communication plan: who hears, how, when.
 *
 * @param fallback where it goes if the channel fails; null for nowhere
 * @param template the event whose words are used
 * @param delayMinutes how long it waits first
 * @param digest whether it is gathered with others for the same reader
 * @param keepsNightsQuiet whether it waits for the end of the reader's night
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
