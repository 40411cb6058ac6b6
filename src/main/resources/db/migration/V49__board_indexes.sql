-- The board asks every few seconds, for each manager who looks.

-- What is open, by priority and state, the oldest of it, and what is on hold past its promise, are
-- read from this index alone, whatever the filter. It takes the place of incident_status, of which
-- it is a continuation: it is written no more often, for priority and team change with the status.
create index incident_open on incident
  (status, opened_at, priority, team, client_id, hold_until, hold_reminders);
drop index incident_status on incident;

-- What is at risk or past due: the few of all open obligations, by two short ranges.
create index obligation_pressing on obligation (is_over, at_risk, due_at);
