-- Migrations of running incidents to other versions of their flows: who began it, why, where to, and
-- how far it is. The worker that has the lease goes on with it; after a crash any other node does.
create table flow_migration (
  id bigint not null auto_increment primary key,
  reason varchar(500) not null,
  created_by varchar(255) not null,
  created_at datetime(3) not null,
  state varchar(16) character set ascii collate ascii_bin not null,
  -- Where tokens go whose step has no counterpart: step and target by flow, as JSON.
  answers longtext not null,
  -- The version of each flow that it leads to, as JSON; for a way back each instance has its own.
  targets longtext not null,
  evaluates_timers boolean not null,
  -- How many incidents each stage has; what is left is the last.
  stages varchar(100) character set ascii collate ascii_bin not null,
  stage int not null,
  -- How many incidents may have been moved by now.
  released int not null,
  -- The migration that this one takes back.
  back_of bigint null,
  -- Why it stopped.
  message varchar(1000) null,
  lease_owner varchar(64) character set ascii collate ascii_bin null,
  lease_until datetime(3) null,
  finished_at datetime(3) null,
  index flow_migration_state (state),
  constraint flow_migration_back foreign key (back_of) references flow_migration (id)
) engine = InnoDB default charset = utf8mb4;

-- The incidents of a migration, each moved as a whole in one transaction with its row.
create table flow_migration_incident (
  migration_id bigint not null,
  incident varchar(32) character set ascii collate ascii_bin not null,
  position int not null,
  state varchar(16) character set ascii collate ascii_bin not null,
  message varchar(1000) null,
  -- What was open when the forecast was made, and after it: digests.
  before_digest char(64) character set ascii collate ascii_bin null,
  after_digest char(64) character set ascii collate ascii_bin null,
  -- What would change, as JSON.
  changes longtext null,
  -- The version that each instance was on before it was moved, as JSON.
  origins longtext null,
  at datetime(3) null,
  primary key (migration_id, incident),
  unique index flow_migration_incident_position (migration_id, position),
  index flow_migration_incident_state (migration_id, state, position),
  constraint flow_migration_incident_of foreign key (migration_id) references flow_migration (id)
) engine = InnoDB default charset = utf8mb4;
