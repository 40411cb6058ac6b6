-- Incidents whose flow could not be started, and when that is tried again. An incident that was
-- stored just before its node stopped has no row here and is found by its missing flow alone.
create table flow_start_failure (
  incident_id bigint not null primary key,
  tries int not null,
  first_failed_at datetime(3) not null,
  next_try_at datetime(3) not null,
  message varchar(500) not null
) engine = InnoDB default charset = utf8mb4;
