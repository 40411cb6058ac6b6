package dev.baton.flow.backtest.log;

import dev.baton.incident.Level;
import dev.baton.incident.Priority;
import java.time.Instant;

/**
 * One audit event of a recorded incident; null where the log has {@code ?}. The instants that the
 * log filled in afterwards ({@code resolvedAt}, {@code closedAt}) may only be compared with, never
 * acted on.
 *
 * @param line where it stands in the file, the header being line 1
 * @param openedAt when the incident was opened, if the log says so
 * @param at when it happened
 * @param madeSla the log's verdict, which is final on the last row; null where it has none
 * @param by the person or job that made the change
 * @param act what happened, in the journal of a desk of ours; null in a log of other software
 */
public record LogRow(
    int line,
    String incident,
    RecordedState state,
    int reassignments,
    int reopenings,
    String caller,
    String by,
    Instant openedAt,
    Instant at,
    String contactType,
    String category,
    String subcategory,
    String symptom,
    Level impact,
    Level urgency,
    Priority priority,
    String group,
    String assignee,
    Instant resolvedAt,
    Instant closedAt,
    Boolean madeSla,
    RecordedAct act) {}
