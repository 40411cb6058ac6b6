-- One row for every report that came with an Idempotency-Key, written in the report's own
-- transaction: the primary key decides which of two requests at once makes the incident.
-- The number is empty only inside that transaction. Rows are kept for seven days.
create table idempotency_key (
  login           varchar(64)  not null,
  idempotency_key varchar(200) character set ascii collate ascii_bin not null,
  request_sha256  char(64)     character set ascii collate ascii_bin not null,
  incident_number varchar(20)  character set ascii collate ascii_bin null,
  created_at      datetime(6)  not null,
  primary key (login, idempotency_key),
  key idempotency_key_created (created_at)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;
