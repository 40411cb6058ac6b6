-- What an entry says, by the key of its text and the values in it, so that a page says it in the
-- reader's language. Older entries have only the text.
alter table escalation_log_entry
  add column message text null;

-- The page of escalations lists those that ended lately.
create index escalation_ended on escalation (ended_at);
