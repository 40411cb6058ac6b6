-- Mail that comes in: the boxes it is read from, the mails as they came, and what became of them.

-- One row for each mailbox. The node that holds it reads it; who does not renew in time has lost it.
-- All times of the lease are the database's own.
create table mailbox (
  name         varchar(60)  not null primary key,
  holder       varchar(36)  character set ascii collate ascii_bin null,
  held_until   datetime(3)  null,
  uid_validity bigint       null,
  -- Read mails before this one were there when the folder was first seen, and are left alone.
  first_uid    bigint       not null,
  last_uid     bigint       not null,
  read_at      datetime(3)  null,
  trouble      varchar(500) null
) engine = InnoDB default charset = utf8mb4;

-- A mail is stored here before the mailbox is told, and never changed: only what became of it is.
create table incoming_mail (
  id           bigint       not null auto_increment primary key,
  box          varchar(60)  not null,
  uid_validity bigint       not null,
  uid          bigint       not null,
  message_key  char(64)     character set ascii collate ascii_bin null,
  sha256       char(64)     character set ascii collate ascii_bin not null,
  size         bigint       not null,
  -- Too large: only its head was fetched.
  is_cut       boolean      not null,
  raw          longblob     not null,
  state        varchar(20)  not null,
  outcome      varchar(20)  null,
  sender       varchar(320) character set utf8mb4 collate utf8mb4_bin null,
  subject      varchar(200) null,
  incident     varchar(20)  character set ascii collate ascii_bin null,
  contact_id   bigint       null,
  received_at  datetime(3)  not null,
  done_at      datetime(3)  null,
  constraint incoming_mail_unique unique (box, uid_validity, uid)
) engine = InnoDB default charset = utf8mb4;

create index incoming_mail_state on incoming_mail (state, received_at);
create index incoming_mail_message on incoming_mail (message_key);
create index incoming_mail_sender on incoming_mail (sender, done_at);
create index incoming_mail_incident on incoming_mail (incident, done_at);
create index incoming_mail_contact on incoming_mail (contact_id);

-- Kept apart from the mail: a try that fails is rolled back, and its count must stay.
create table incoming_mail_failure (
  mail_id bigint        not null primary key,
  tries   int           not null,
  error   varchar(2000) not null
) engine = InnoDB default charset = utf8mb4;

-- Every Message-ID that was taken in, hashed: the same one makes nothing new, and an answer to it
-- finds its incident.
create table taken_message (
  message_key char(64)    character set ascii collate ascii_bin not null primary key,
  mail_id     bigint      not null,
  incident    varchar(20) character set ascii collate ascii_bin null
) engine = InnoDB default charset = utf8mb4;

create index taken_message_mail on taken_message (mail_id);

-- Who takes part in the mail about an incident: who wrote, and whom they wrote to as well.
create table mail_participant (
  incident varchar(20)  character set ascii collate ascii_bin not null,
  email    varchar(320) character set utf8mb4 collate utf8mb4_bin not null,
  primary key (incident, email)
) engine = InnoDB default charset = utf8mb4;

-- One notice for each address or incident and hour in which too many mails came.
create table mail_cap_notice (
  about varchar(320) character set utf8mb4 collate utf8mb4_bin not null,
  hour  datetime     not null,
  primary key (about, hour)
) engine = InnoDB default charset = utf8mb4;

-- Contacts that belong to no incident and wait for somebody to say where they belong.
create table triage (
  contact_id         bigint       not null primary key,
  state              varchar(20)  not null,
  reason             varchar(500) not null,
  suggested_incident varchar(20)  character set ascii collate ascii_bin null,
  decided_by         varchar(64)  null,
  decided_at         datetime(3)  null
) engine = InnoDB default charset = utf8mb4;

create index triage_state on triage (state, contact_id);

-- Files that came with a contact. What is too large or of a kind that is not handed out has a row
-- that says so.
create table contact_file (
  id         bigint        not null auto_increment primary key,
  contact_id bigint        not null,
  name       varchar(255)  not null,
  type       varchar(200)  not null,
  size       bigint        not null,
  sha256     char(64)      character set ascii collate ascii_bin not null,
  withheld   varchar(200)  null,
  at         datetime(3)   not null,
  content    longblob      null
) engine = InnoDB default charset = utf8mb4;

create index contact_file_contact on contact_file (contact_id);
