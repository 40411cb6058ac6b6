package dev.baton.notification;

import dev.baton.incident.IncidentNumber;

/** Addresses that get no automatic messages, because a machine answers there. */
public interface SilentAddresses {

  /**
   * Stops automatic messages to this address about this incident. They are stored as suppressed,
   * with the reason.
   */
  void keepSilent(IncidentNumber incident, String address, String reason);
}
