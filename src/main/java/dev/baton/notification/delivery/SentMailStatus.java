package dev.baton.notification.delivery;

import dev.baton.incident.IncidentNumber;
import dev.baton.mail.Bounce;
import java.util.Optional;

/** The status of sent mail, as updated by the code that reads incoming mail. */
public interface SentMailStatus {

  /**
   * Returns the incident of one of our Message-IDs. The keyed hash ensures that no one else can
   * forge one.
   *
   * @param messageId with brackets
   */
  Optional<IncidentNumber> incidentOf(String messageId);

  /**
   * Records that a mail of ours bounced.
   *
   * @return the incident it was about; empty if unknown
   */
  Optional<IncidentNumber> cameBack(Bounce bounce);
}
