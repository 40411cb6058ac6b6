-- The categories that administrators keep. Incidents keep theirs as a word: others stay allowed.
create table category (
  id         bigint       not null auto_increment primary key,
  name       varchar(60)  character set utf8mb4 collate utf8mb4_uca1400_as_ci not null,
  client_id  bigint       null, -- for this client alone
  service    varchar(64)  character set utf8mb4 collate utf8mb4_bin null, -- code, for its incidents alone
  active     boolean      not null,
  changed_by varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
  changed_at datetime(3)  not null,
  of_client  bigint       as (coalesce(client_id, 0)) stored,
  unique key category_name (of_client, name),
  constraint category_client foreign key (client_id) references client (id)
) engine = InnoDB default charset = utf8mb4;
