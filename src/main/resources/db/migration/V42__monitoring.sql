-- Programs that watch services and raise alarms: who they are, what they fire, what is kept quiet.

create table monitoring_source (
  code        varchar(60)  character set ascii collate ascii_bin not null primary key,
  -- Code of the client whose incidents these are.
  client      varchar(60)  not null,
  -- The rest of how its alerts are read, as JSON.
  settings    text         not null,
  -- SHA-256 of the token; the token itself is shown once and kept nowhere.
  token_hash  char(64)     character set ascii collate ascii_bin not null,
  changed_at  datetime(3)  not null
) engine = InnoDB default charset = utf8mb4;

-- What alerts of one kind have in common: it has one incident at a time.
create table monitoring_problem (
  id          bigint       not null auto_increment primary key,
  source      varchar(60)  character set ascii collate ascii_bin not null,
  -- SHA-256 of the labels that the source groups by.
  problem_key char(64)     character set ascii collate ascii_bin not null,
  incident    varchar(20)  character set ascii collate ascii_bin not null,
  firings     bigint       not null,
  first_at    datetime(3)  not null,
  last_at     datetime(3)  not null,
  constraint monitoring_problem_unique unique (source, problem_key),
  constraint monitoring_problem_source foreign key (source) references monitoring_source (code)
) engine = InnoDB default charset = utf8mb4;

-- One row for each fingerprint; firing again adds to its count.
create table monitoring_alert (
  id          bigint       not null auto_increment primary key,
  problem_id  bigint       not null,
  fingerprint char(64)     character set ascii collate ascii_bin not null,
  is_firing   boolean      not null,
  firings     bigint       not null,
  last_at     datetime(3)  not null,
  constraint monitoring_alert_unique unique (problem_id, fingerprint),
  constraint monitoring_alert_problem foreign key (problem_id) references monitoring_problem (id)
) engine = InnoDB default charset = utf8mb4;

create table monitoring_silence (
  id         bigint       not null auto_increment primary key,
  -- Null: of every source.
  source     varchar(60)  character set ascii collate ascii_bin null,
  matchers   text         not null,
  starts_at  datetime(3)  not null,
  ends_at    datetime(3)  not null,
  note       varchar(500) null,
  created_by varchar(200) not null
) engine = InnoDB default charset = utf8mb4;

create index monitoring_silence_ends on monitoring_silence (ends_at);
