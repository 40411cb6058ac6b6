-- Major incidents: one record for an incident, whatever becomes of it; declared again it begins anew.

create sequence major_incident_seq start with 1 increment by 50 nocache engine = InnoDB;
create sequence major_entry_seq start with 1 increment by 50 nocache engine = InnoDB;

create table major_incident (
  id bigint not null primary key,
  incident varchar(20) character set ascii collate ascii_bin not null,
  flow_instance_id varchar(64) character set ascii collate ascii_bin null,
  state varchar(12) not null,
  declaration varchar(10) not null, -- by rule, by cluster, by hand
  declared_at datetime(3) not null,
  declared_by varchar(64) not null,
  reason varchar(2000) not null,
  appointed varchar(64) null,
  appointed_at datetime(3) null,
  appointed_because varchar(1000) null,
  update_every_minutes int null,
  audience varchar(200) null,
  last_update_at datetime(3) null,
  next_update_due datetime(3) null,
  missed_updates int not null,
  resolved_at datetime(3) null,
  review_due datetime(3) null,
  ended_at datetime(3) null,
  end_reason varchar(2000) null,
  version bigint not null,
  constraint major_incident_unique unique (incident),
  index major_incident_state (state, declared_at),
  index major_incident_appointed (appointed, state)
) engine = InnoDB default charset = utf8mb4;

-- Related incidents. A link that ended stays, so that a cluster check never links the same one again.
create table major_link (
  id bigint not null primary key,
  major_incident_id bigint not null,
  child varchar(20) character set ascii collate ascii_bin not null,
  linked_at datetime(3) not null,
  linked_by varchar(64) not null,
  unlinked_at datetime(3) null,
  unlinked_by varchar(64) null,
  -- The child while the link and its major incident last: one at a time.
  open_child varchar(20) character set ascii collate ascii_bin null,
  constraint major_link_one_at_a_time unique (open_child),
  constraint major_link_major foreign key (major_incident_id) references major_incident (id),
  index major_link_of (major_incident_id, linked_at),
  index major_link_child (child)
) engine = InnoDB default charset = utf8mb4;

create table major_update (
  id bigint not null primary key,
  major_incident_id bigint not null,
  at datetime(3) not null,
  author varchar(64) not null,
  client_text mediumtext not null,
  internal_text mediumtext null,
  told int not null, -- incidents on which the client reads it
  constraint major_update_major foreign key (major_incident_id) references major_incident (id),
  index major_update_of (major_incident_id, at)
) engine = InnoDB default charset = utf8mb4;

create table major_review (
  major_incident_id bigint not null primary key,
  summary mediumtext not null,
  cause mediumtext not null,
  went_well mediumtext null,
  went_badly mediumtext null,
  written_at datetime(3) not null,
  written_by varchar(64) not null,
  constraint major_review_major foreign key (major_incident_id) references major_incident (id)
) engine = InnoDB default charset = utf8mb4;

create table major_action (
  id bigint not null primary key,
  major_incident_id bigint not null,
  owner varchar(64) not null,
  title varchar(500) not null,
  due_on date not null,
  done_at datetime(3) null,
  done_by varchar(64) null,
  constraint major_action_major foreign key (major_incident_id) references major_incident (id),
  index major_action_of (major_incident_id, due_on)
) engine = InnoDB default charset = utf8mb4;
