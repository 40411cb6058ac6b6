-- On which version of the lifecycle the last try failed: a version on which the first starts fail is
-- rolled back.
alter table flow_start_failure
  add column definition_id varchar(64) character set ascii collate ascii_bin null;

-- Versions of the lifecycle that were rolled back, each once on all nodes. Without a restored version
-- the rollback failed, for the reason that the message gives.
create table release_rollback (
  definition_id varchar(64) character set ascii collate ascii_bin not null primary key,
  release_name varchar(300) not null,
  restored_definition_id varchar(64) character set ascii collate ascii_bin null,
  restored_name varchar(300) not null,
  incident varchar(32) not null,
  failed_starts int not null,
  message varchar(500) not null,
  at datetime(3) not null,
  announced boolean not null default false,
  index release_rollback_at (at)
) engine = InnoDB default charset = utf8mb4;

insert into notification_event (code, name_en, name_de, topic, occurrence, built_in) values
  ('RELEASE_ROLLED_BACK', 'release rolled back', 'Release zurückgenommen', 'INCIDENT', 'EVERY_TIME', true);
