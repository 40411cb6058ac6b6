-- What the pages ask for: words in the list, what a requester had before, what repeats what, and
-- what is due next.

-- Words are found by their beginnings. Substrings would mean to read every incident.
alter table incident add fulltext index incident_words (subject, requester_name, requester_email);

create index incident_requester on incident (requester_id, opened_at);
create index incident_duplicate on incident (duplicate_of);
create index incident_priority on incident (priority, opened_at);

-- The running clocks by their deadlines, with what is needed to find the incident.
create index obligation_due on obligation (state, due_at, incident);

-- Forms that were sent: each counts once.
create table sent_form (
  login   varchar(64) not null,
  mark    varchar(64) character set ascii collate ascii_bin not null,
  sent_at datetime(3) not null,
  primary key (login, mark),
  index sent_form_age (sent_at)
) engine = InnoDB default charset = utf8mb4;
