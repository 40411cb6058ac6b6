-- Clients, their services and requesters.
-- Codes and names are looked up by every report, in any case: their collation ignores case but not
-- accents (MULLER = muller, not müller), and each lookup has its index.
-- Addresses are stored in lower case and compared byte by byte; an address is one person per client.
create table client (
  id                bigint       not null auto_increment,
  code              varchar(64)  collate utf8mb4_uca1400_as_ci not null,
  name              varchar(200) collate utf8mb4_uca1400_as_ci not null,
  tier              varchar(16)  not null,
  zone              varchar(64)  not null,
  language          varchar(35)  not null,
  confirmation_days int          not null,
  reminders         int          not null,
  reminder_days     int          not null,
  primary key (id),
  constraint client_code_unique unique (code),
  constraint client_name_unique unique (name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table client_service (
  id        bigint       not null auto_increment,
  client_id bigint       not null,
  code      varchar(64)  collate utf8mb4_uca1400_as_ci not null,
  name      varchar(200) collate utf8mb4_uca1400_as_ci not null,
  primary key (id),
  constraint client_service_code_unique unique (client_id, code),
  constraint client_service_name_unique unique (client_id, name),
  constraint client_service_client foreign key (client_id) references client (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table requester (
  id        bigint       not null auto_increment,
  client_id bigint       not null,
  name      varchar(200),
  email     varchar(320),
  phone     varchar(64),
  vip       boolean      not null default false,
  login     varchar(64),
  primary key (id),
  constraint requester_email_unique unique (client_id, email),
  constraint requester_login_unique unique (login),
  constraint requester_client foreign key (client_id) references client (id),
  -- A report without a client is attributed by its sender's address.
  index requester_by_email (email)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
