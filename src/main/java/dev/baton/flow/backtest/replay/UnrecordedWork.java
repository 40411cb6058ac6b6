package dev.baton.flow.backtest.replay;

import dev.baton.incident.IncidentNumber;

/** Work that the flow asks for and the log knows nothing of. Events of the log wait until then. */
public interface UnrecordedWork {

  /** Of a release that asks for nothing but what the log recorded. */
  UnrecordedWork NONE = number -> false;

  /** Whether somebody will still do such work on the incident. */
  boolean isPending(IncidentNumber number);
}
