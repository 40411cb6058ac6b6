-- Climbs of the ladder: one at a time for an incident, and all that was done to find somebody.

create sequence escalation_seq start with 1 increment by 50 nocache engine = InnoDB;
create sequence climb_entry_seq start with 1 increment by 50 nocache engine = InnoDB;

create table escalation (
  id bigint not null primary key,
  incident varchar(20) character set ascii collate ascii_bin not null,
  -- The same number while the climb goes on, then null: the database refuses a twin.
  open_incident varchar(20) character set ascii collate ascii_bin null,
  state varchar(16) not null,
  cause varchar(24) not null, -- the newest trigger
  priority varchar(2) not null,
  flow_instance_id varchar(64) character set ascii collate ascii_bin null,
  begins_at int not null, -- no rung below it is told
  rung int not null,
  round int not null,
  responder varchar(64) collate utf8mb4_uca1400_as_ci null,
  role varchar(40) null,
  told_at datetime(3) null,
  due_at datetime(3) null,
  acknowledged_by varchar(64) collate utf8mb4_uca1400_as_ci null,
  acknowledged_at datetime(3) null,
  started_at datetime(3) not null,
  ended_at datetime(3) null,
  version bigint not null,
  constraint escalation_open_unique unique (open_incident),
  index escalation_incident (incident, id),
  index escalation_newest (started_at, id),
  -- How much a person has on hand: the open ones by responder.
  index escalation_responder (responder, open_incident)
) engine = InnoDB default charset = utf8mb4;

-- The rungs as escalation-ladder.dmn gave them for this climb; a later trigger may add some.
create table escalation_rung (
  escalation_id bigint not null,
  number int not null,
  role varchar(40) not null,
  of_team boolean not null,
  minutes_to_acknowledge int not null,
  minutes_to_decide int not null,
  calendar varchar(64) null, -- around the clock without one
  reach varchar(40) null,
  cause varchar(24) not null,
  primary key (escalation_id, number),
  constraint escalation_rung_escalation foreign key (escalation_id) references escalation (id)
) engine = InnoDB default charset = utf8mb4;

-- Rows are added, never changed.
create table climb_entry (
  id bigint not null primary key,
  escalation_id bigint not null,
  at datetime(3) not null,
  kind varchar(16) not null,
  rung int not null,
  round int not null,
  person varchar(64) null,
  stands_in_for varchar(64) null,
  due_at datetime(3) null,
  actor varchar(64) not null,
  text varchar(2000) not null,
  -- What raised it; the same thing raises once, whoever says it again.
  source varchar(100) character set ascii collate ascii_bin null,
  constraint climb_entry_source_unique unique (source),
  index climb_entry_escalation (escalation_id, id),
  constraint climb_entry_escalation foreign key (escalation_id) references escalation (id)
) engine = InnoDB default charset = utf8mb4;

-- People who help without holding the incident: sign-in names with commas between.
alter table incident add column helpers varchar(1000) null;
