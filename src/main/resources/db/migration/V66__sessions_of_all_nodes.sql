-- Sessions, for all nodes. Tables and columns are those that Spring Session asks for; times are
-- milliseconds since 1970, intervals seconds. Whoever was signed in signs in once more.
drop table sign_in_session;

create table SPRING_SESSION (
  PRIMARY_ID            char(36)    character set ascii collate ascii_bin not null primary key,
  SESSION_ID            char(36)    character set ascii collate ascii_bin not null,
  CREATION_TIME         bigint      not null,
  LAST_ACCESS_TIME      bigint      not null,
  MAX_INACTIVE_INTERVAL int         not null,
  EXPIRY_TIME           bigint      not null,
  PRINCIPAL_NAME        varchar(64) character set utf8mb4 collate utf8mb4_bin null,
  unique key spring_session_id (SESSION_ID),
  key spring_session_expiry (EXPIRY_TIME),
  key spring_session_person (PRINCIPAL_NAME)
) engine = InnoDB default charset = utf8mb4;

create table SPRING_SESSION_ATTRIBUTES (
  SESSION_PRIMARY_ID char(36)     character set ascii collate ascii_bin not null,
  ATTRIBUTE_NAME     varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
  ATTRIBUTE_BYTES    blob         not null,
  primary key (SESSION_PRIMARY_ID, ATTRIBUTE_NAME),
  constraint spring_session_attributes_of foreign key (SESSION_PRIMARY_ID)
    references SPRING_SESSION (PRIMARY_ID) on delete cascade
) engine = InnoDB default charset = utf8mb4;
