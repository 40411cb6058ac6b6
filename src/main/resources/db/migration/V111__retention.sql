-- How many days records of a kind are kept; what is not named here is kept for good.
create table retention_period (
  name varchar(40) character set ascii collate ascii_bin not null primary key,
  days int not null
) engine = InnoDB default charset = utf8mb4;

-- The last night on which a node removed what was old enough.
create table retention_run (
  id     int  not null primary key,
  ran_on date not null
) engine = InnoDB default charset = utf8mb4;
insert into retention_run (id, ran_on) values (1, '2000-01-01');

-- Whether the mail is still there as it came; what became of it stays in any case.
alter table incoming_mail
  add column has_raw boolean not null default true,
  add index incoming_mail_raw (has_raw, state, received_at);

alter table inbox_message add index inbox_message_read (read_at);
