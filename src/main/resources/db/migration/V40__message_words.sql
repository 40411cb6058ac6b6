-- The words that single clients hear in place of the shipped ones; null keeps a shipped one.
create table message_words (
  client_id  bigint        not null,
  event      varchar(32)   not null,
  language   varchar(8)    not null,
  subject    varchar(200),
  opening    varchar(2000),
  next_words varchar(2000),
  signature  varchar(500),
  changed_by varchar(64)   not null,
  changed_at datetime(3)   not null,
  primary key (client_id, event, language),
  constraint message_words_client foreign key (client_id) references client (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
