-- Where somebody is signed in. A session is good as long as its row is here, and its account and
-- password are those with which it began.
create table sign_in_session (
  id          char(22)     character set ascii collate ascii_bin not null primary key,
  login       varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
  revision    bigint       not null,
  credentials varchar(64)  character set ascii collate ascii_bin not null,
  began_at    datetime(3)  not null,
  seen_at     datetime(3)  not null,
  address     varchar(64)  not null,
  browser     varchar(60)  not null,
  key sign_in_session_login (login),
  key sign_in_session_age (began_at)
) engine = InnoDB default charset = utf8mb4;
