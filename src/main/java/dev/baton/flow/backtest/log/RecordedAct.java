package dev.baton.flow.backtest.log;

import dev.baton.incident.IncidentReport;
import dev.baton.incident.history.HistoryEvent;

/**
 * What happened to an incident of a desk of ours.
 *
 * @param report what was reported; null but for the first event
 */
public record RecordedAct(HistoryEvent event, IncidentReport report) {}
