-- Where messages go that are no mail.
-- A webhook is a client's, a team's, or the desk's own (neither). Its secret signs; it must be readable.
create table webhook (
  code       varchar(64)   not null,
  url        varchar(1000) not null,
  secret     varchar(200)  not null,
  shape      varchar(16)   not null,
  client_id  bigint,
  team       varchar(64),
  active     boolean       not null,
  changed_by varchar(64)   not null,
  changed_at datetime(3)   not null,
  primary key (code),
  constraint webhook_client foreign key (client_id) references client (id),
  index webhook_of_team (team)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- One message of the outbox is in an inbox once.
create table inbox_message (
  id           bigint       not null auto_increment,
  notification bigint       not null,
  login        varchar(64)  not null,
  incident     varchar(32)  not null,
  event        varchar(32)  not null,
  subject      varchar(255) not null,
  body         mediumtext   not null,
  at           datetime(3)  not null,
  read_at      datetime(3),
  primary key (id),
  constraint inbox_message_once unique (notification),
  index inbox_of_login (login, read_at, at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
