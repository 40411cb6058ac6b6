-- Who of the desk has an incident in front of them. A row counts for some seconds after it was seen.
create table incident_viewer (
  incident_id bigint      not null,
  login       varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  seen_at     datetime(3) not null,
  is_writing  boolean     not null,
  primary key (incident_id, login)
) engine = InnoDB default charset = utf8mb4;

create index incident_viewer_seen_at on incident_viewer (seen_at);
