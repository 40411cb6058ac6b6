-- How mail leaves the desk, where the configuration names no server. The password is encrypted.
create table outgoing_mail (
  id         int            not null primary key,
  address    varchar(320)   not null,
  host       varchar(255)   not null,
  port       int            not null,
  username   varchar(320)   null,
  password   varbinary(500) null,
  tls        varchar(10)    not null,
  per_second int            not null
) engine = InnoDB default charset = utf8mb4;

-- Mailboxes that administrators set on a page, beside those of the configuration.
create table mailbox_account (
  name         varchar(60)    not null primary key,
  host         varchar(255)   not null,
  port         int            not null,
  username     varchar(320)   not null,
  password     varbinary(500) null,
  tls          varchar(10)    not null,
  folder       varchar(200)   not null,
  client       varchar(64)    null,
  done_folder  varchar(200)   null,
  trust        varchar(30)    not null,
  authserv_ids varchar(1000)  null,
  active       boolean        not null
) engine = InnoDB default charset = utf8mb4;

-- The folder that the reading position is of: of another one, reading begins anew.
alter table mailbox add column account varchar(800) null;

-- What the desk is called and looks like.
create table desk_profile (
  id        int          not null primary key,
  name      varchar(100) null,
  logo      mediumblob   null,
  logo_type varchar(40)  null
) engine = InnoDB default charset = utf8mb4;
