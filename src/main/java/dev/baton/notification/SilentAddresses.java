package dev.baton.notification;

import dev.baton.incident.IncidentNumber;

/** Addresses that are not to be written to, because a machine answers there. */
public interface SilentAddresses {

  /**
   * From now on nothing is sent to this address about this incident by itself; what would be is
   * kept as suppressed, with the reason.
   */
  void keepSilent(IncidentNumber incident, String address, String reason);
}
