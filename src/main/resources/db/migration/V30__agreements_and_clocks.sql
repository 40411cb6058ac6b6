-- Agreements and calendars, the obligations that follow from them, and the ledger of their clocks.
-- Definitions are kept as they were published, as JSON; a change is another version.

create sequence obligation_seq start with 1 increment by 50 nocache engine = InnoDB;
create sequence clock_event_seq start with 1 increment by 50 nocache engine = InnoDB;
create sequence clock_milestone_seq start with 1 increment by 50 nocache engine = InnoDB;

create table calendar_version (
  id bigint not null auto_increment primary key,
  name varchar(64) not null,
  number int not null,
  definition mediumtext not null,
  published_at datetime(3) not null,
  published_by varchar(64) not null,
  constraint calendar_version_unique unique (name, number)
) engine = InnoDB default charset = utf8mb4;

create table agreement_version (
  id bigint not null auto_increment primary key,
  name varchar(64) not null,
  number int not null,
  definition mediumtext not null,
  published_at datetime(3) not null,
  published_by varchar(64) not null,
  constraint agreement_version_unique unique (name, number)
) engine = InnoDB default charset = utf8mb4;

create table obligation (
  id bigint not null primary key,
  incident varchar(20) character set ascii collate ascii_bin not null,
  kind varchar(12) not null,
  agreement_version bigint not null,
  promise int not null,
  calendar_version bigint not null,
  opened_at datetime(3) not null,
  state varchar(12) not null,
  is_over boolean not null,
  due_at datetime(3) null,
  breached_at datetime(3) null,
  met_at datetime(3) null,
  concluded_at datetime(3) null,
  at_risk boolean not null,
  clock_instance varchar(64) character set ascii collate ascii_bin null,
  changes int not null,
  told int not null,
  version bigint not null,
  -- One promise of a kind on an incident; also how an incident's are found.
  constraint obligation_unique unique (incident, kind),
  -- Every night the open ones are held against the running clocks.
  index obligation_open (is_over, incident, clock_instance),
  constraint obligation_agreement foreign key (agreement_version) references agreement_version (id),
  constraint obligation_calendar foreign key (calendar_version) references calendar_version (id)
) engine = InnoDB default charset = utf8mb4;

-- What happened to the clocks of an incident: rows are added, never changed.
create table clock_event (
  id bigint not null primary key,
  incident varchar(20) character set ascii collate ascii_bin not null,
  at datetime(3) not null,
  type varchar(16) not null,
  kind varchar(12) null, -- of a retarget
  reason varchar(20) null, -- of a hold
  agreement_version bigint null, -- of a retarget, with the next two
  promise int null,
  calendar_version bigint null,
  actor varchar(64) not null,
  index clock_event_incident (incident, id)
) engine = InnoDB default charset = utf8mb4;

-- The engine may run a timer twice; this row is written once.
create table clock_milestone (
  id bigint not null primary key,
  obligation_id bigint not null,
  epoch int not null,
  milestone varchar(20) not null,
  due_at datetime(3) not null,
  recorded_at datetime(3) not null,
  told_with varchar(20) null,
  constraint clock_milestone_unique unique (obligation_id, milestone, epoch),
  constraint clock_milestone_obligation foreign key (obligation_id) references obligation (id)
) engine = InnoDB default charset = utf8mb4;
