-- Addresses whose mail does not wait to be sorted: it is kept in the contact log alone.
create table blocked_sender (
  address    varchar(320) collate utf8mb4_uca1400_as_ci not null primary key,
  blocked_at datetime(3)  not null,
  blocked_by varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
  index blocked_sender_newest (blocked_at)
) engine = InnoDB default charset = utf8mb4;
