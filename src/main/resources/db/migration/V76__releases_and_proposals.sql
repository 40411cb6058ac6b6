-- Releases of flows, tables and forms that went live, numbered; each is one deployment of the engine.
create table flow_release (
  number int not null primary key,
  deployment_id varchar(64) character set ascii collate ascii_bin not null,
  origin varchar(16) character set ascii not null,
  title varchar(255) not null,
  proposal_id bigint null,
  proposed_by varchar(64) null,
  published_by varchar(64) null,
  reason varchar(1000) null,
  at datetime(3) not null,
  unique key flow_release_deployment (deployment_id)
) engine = InnoDB default charset = utf8mb4;

-- Changed files that wait for the decision of a second process owner. Who has one that is open gathers
-- further files in it.
create table flow_proposal (
  id bigint not null auto_increment primary key,
  title varchar(255) not null,
  origin varchar(16) character set ascii not null,
  state varchar(16) character set ascii not null,
  revision int not null,
  proposed_by varchar(64) null,
  gathers_for varchar(64) null,
  reason varchar(1000) null,
  created_at datetime(3) not null,
  changed_at datetime(3) not null,
  decided_at datetime(3) null,
  decided_by varchar(64) null,
  decision_reason varchar(1000) null,
  release_number int null,
  unique key flow_proposal_gathers_for (gathers_for),
  index flow_proposal_state (state, changed_at)
) engine = InnoDB default charset = utf8mb4;

-- "base_hash" is of what was live when the file was sent, empty if nothing was: SHA-256 in hexadecimal.
create table flow_proposal_file (
  proposal_id bigint not null,
  name varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
  content mediumblob not null,
  base_hash varchar(64) character set ascii not null,
  sent_at datetime(3) not null,
  primary key (proposal_id, name),
  constraint flow_proposal_file_of foreign key (proposal_id) references flow_proposal (id) on delete cascade
) engine = InnoDB default charset = utf8mb4;

-- What came with the program at the last start whose files were all taken over or declined; a start with
-- other files makes a proposal where the desk has a release of its own.
create table flow_packaged_file (
  name varchar(255) character set utf8mb4 collate utf8mb4_bin not null primary key,
  content mediumblob not null
) engine = InnoDB default charset = utf8mb4;

-- Whether what process owners deploy goes live at once, the last decision counts. No row: it does not.
create table flow_direct_deployment (
  id bigint not null auto_increment primary key,
  allowed boolean not null,
  reason varchar(1000) not null,
  changed_by varchar(64) not null,
  at datetime(3) not null
) engine = InnoDB default charset = utf8mb4;
