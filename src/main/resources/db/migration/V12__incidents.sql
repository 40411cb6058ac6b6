-- The contact log, the incidents and their journal.

-- Numbers are handed to the nodes in blocks of 20 outside any transaction: no lock is held while an
-- incident is stored, and a block that a stopped node did not use up leaves a gap.
create sequence incident_number start with 1 increment by 20 nocache engine = InnoDB;

create sequence incident_seq start with 1 increment by 50 nocache engine = InnoDB;
create sequence contact_seq start with 1 increment by 50 nocache engine = InnoDB;
create sequence journal_entry_seq start with 1 increment by 50 nocache engine = InnoDB;

create table incident (
  id bigint not null primary key,
  number varchar(20) character set ascii collate ascii_bin not null,
  flow_instance_id varchar(64) character set ascii collate ascii_bin null,
  client_id bigint not null,
  client_code varchar(40) not null,
  requester_id bigint not null,
  requester_name varchar(200) not null,
  requester_email varchar(320) null,
  requester_phone varchar(60) null,
  requester_vip boolean not null,
  channel varchar(20) not null,
  subject varchar(200) not null,
  description mediumtext null,
  category varchar(60) null,
  service varchar(60) null,
  external_reference varchar(100) null,
  status varchar(20) not null,
  impact varchar(10) not null,
  urgency varchar(10) not null,
  priority varchar(2) null,
  team varchar(60) null,
  team_asked boolean not null,
  second_line boolean not null,
  assignee varchar(64) null,
  hold_reason varchar(20) null,
  hold_since datetime(3) null,
  hold_until datetime(3) null,
  hold_owner varchar(64) null,
  hold_reminders int not null,
  reassignments int not null,
  reopenings int not null,
  resolution_code varchar(30) null,
  resolution_note mediumtext null,
  duplicate_of varchar(20) character set ascii collate ascii_bin null,
  cancel_reason varchar(2000) null,
  opened_at datetime(3) not null,
  resolved_at datetime(3) null,
  closed_at datetime(3) null,
  version bigint not null,
  constraint incident_number_unique unique (number)
) engine = InnoDB default charset = utf8mb4;

-- The lists: newest first, alone or within a status, a client, a team's queue, a person's work.
create index incident_opened on incident (opened_at);
create index incident_status on incident (status, opened_at);
create index incident_client on incident (client_id, opened_at);
create index incident_team on incident (team, status, opened_at);
create index incident_assignee on incident (assignee, status, opened_at);
create index incident_external_reference on incident (external_reference);

create table contact (
  id bigint not null primary key,
  incident_id bigint null,
  client_id bigint null,
  kind varchar(20) not null,
  direction varchar(5) not null,
  channel varchar(20) not null,
  from_text varchar(320) null,
  subject varchar(200) null,
  body mediumtext null,
  visibility varchar(10) not null,
  logged_by varchar(64) not null,
  origin varchar(40) not null,
  at datetime(3) not null
) engine = InnoDB default charset = utf8mb4;

create index contact_incident on contact (incident_id, at);
create index contact_client on contact (client_id, at);
create index contact_at on contact (at);

create table journal_entry (
  id bigint not null primary key,
  incident_id bigint not null,
  at datetime(3) not null,
  kind varchar(30) not null,
  actor varchar(64) not null,
  origin varchar(40) not null,
  text varchar(500) not null,
  note mediumtext null,
  visibility varchar(10) not null
) engine = InnoDB default charset = utf8mb4;

create index journal_entry_incident on journal_entry (incident_id, at);
