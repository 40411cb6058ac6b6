-- Since when the client has written without an answer, and since when the assignee has not read it.
alter table incident
  add column unanswered_since datetime(3) null,
  add column unread_since datetime(3) null;

create index incident_unanswered on incident (unanswered_since);

-- Open incidents: what came after the last message, hold or resolution of the desk. Whether anybody
-- has read it is unknown.
update incident i
set i.unanswered_since = (
  select min(c.at) from contact c
  where c.incident_id = i.id and c.direction = 'IN' and c.visibility = 'CLIENT'
    and c.at > greatest(
      i.opened_at,
      coalesce(
        (select max(a.at) from contact a
         where a.incident_id = i.id and a.direction = 'OUT'
           and (a.visibility = 'CLIENT' or a.channel = 'PHONE')),
        i.opened_at),
      coalesce(
        (select max(j.at) from journal_entry j
         where j.incident_id = i.id and j.kind in ('HELD', 'ASKED', 'RESOLVED')),
        i.opened_at)))
where i.status in ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'ON_HOLD');

-- An inbox shows all messages, newest first, and not only the unread ones.
create index inbox_newest_first on inbox_message (login, at);
