-- Filters of the list of incidents that somebody keeps under a name, for themselves or for a team.
create table saved_view (
  id         bigint        not null auto_increment primary key,
  owner      varchar(64)   character set utf8mb4 collate utf8mb4_bin not null,
  team       varchar(64)   character set ascii collate ascii_bin null,
  name       varchar(60)   not null,
  -- The part of the list's URL behind the question mark.
  query      varchar(2000) character set ascii collate ascii_bin not null,
  created_at datetime(3)   not null
) engine = InnoDB default charset = utf8mb4;

create index saved_view_owner on saved_view (owner);
create index saved_view_team on saved_view (team);
