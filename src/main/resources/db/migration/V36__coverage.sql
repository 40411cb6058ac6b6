-- Time ahead in which nobody would answer on a rung, or nobody of a team is there in its hours.

create table coverage_gap (
  id bigint not null auto_increment primary key,
  kind varchar(20) not null,
  team varchar(59) null, -- null: a rung of no team, or a calendar of the ladder
  role varchar(40) null, -- null: anybody of the team
  calendar varchar(64) null, -- null: around the clock
  starts_at datetime(3) null, -- null, with the next: not a stretch of time, but always
  ends_at datetime(3) null,
  words varchar(300) not null,
  found_at datetime(3) not null,
  mended_at datetime(3) null, -- of one that passed as it was: null for ever
  index coverage_gap_open (mended_at, team)
) engine = InnoDB default charset = utf8mb4;

-- One row, whose lock a check holds until it commits: checks take turns.
create table coverage_check (
  id tinyint not null primary key,
  checked_at datetime(3) null -- of all; null before the first time
) engine = InnoDB;

insert into coverage_check (id, checked_at) values (1, null);

-- Which team's gaps somebody is asked to close, and by which instance: never two for one team.
create table coverage_task (
  place varchar(60) not null primary key,
  flow_instance_id varchar(64) character set ascii collate ascii_bin not null,
  index coverage_task_instance (flow_instance_id)
) engine = InnoDB default charset = utf8mb4;

-- Which teams are to be checked again soon: of many changes in a row only the first asks for it.
create table coverage_due (
  place varchar(60) not null primary key
) engine = InnoDB default charset = utf8mb4;
