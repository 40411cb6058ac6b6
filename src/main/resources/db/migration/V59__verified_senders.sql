-- Whether the desk's own mail server vouches for the sender of a mail (RFC 8601): null for what is
-- no mail, or came before this was asked.
alter table contact add column sender_verified boolean null;
alter table incoming_mail add column sender_verified boolean null;

-- A watcher from outside the client's domains waits for an agent: PENDING, then FOLLOWING or DECLINED.
alter table watcher add column state varchar(10) not null default 'FOLLOWING';

-- The domains that a client's people write from; without any, those of its requesters count.
create table client_domain (
  client_id bigint not null,
  domain varchar(255) character set ascii collate ascii_bin not null,
  primary key (client_id, domain),
  constraint client_domain_client foreign key (client_id) references client (id)
) engine = InnoDB default charset = utf8mb4;
