package dev.baton.notification.delivery;

import dev.baton.incident.IncidentNumber;
import dev.baton.mail.Bounce;
import java.util.Optional;

/** What became of the mail we sent, as seen by those who read the mail that comes in. */
public interface SentMailStatus {

  /**
   * The incident that a Message-ID of ours belongs to: by its keyed hash, so that nobody else can
   * make one up.
   *
   * @param messageId with brackets
   */
  Optional<IncidentNumber> incidentOf(String messageId);

  /**
   * Records that a mail of ours came back.
   *
   * @return the incident it was about; empty if it cannot be told
   */
  Optional<IncidentNumber> cameBack(Bounce bounce);
}
