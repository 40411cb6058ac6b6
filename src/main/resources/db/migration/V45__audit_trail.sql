-- Who saw or changed what. Entries are only ever added: the triggers refuse every change and every
-- removal, whoever asks. A once_key keeps what was noted on several nodes from being kept twice.
create table audit_entry (
  id       bigint        not null auto_increment,
  at       datetime(3)   not null,
  kind     varchar(30)   character set ascii collate ascii_bin not null,
  actor    varchar(200)  not null,
  origin   varchar(40)   not null,
  address  varchar(64)   null,
  subject  varchar(200)  not null,
  words    varchar(1000) not null,
  once_key varchar(64)   character set ascii collate ascii_bin null,
  primary key (id),
  constraint audit_entry_once unique (once_key),
  index audit_entry_at (at, id),
  index audit_entry_of_actor (actor, at),
  index audit_entry_of_subject (subject, at),
  index audit_entry_of_kind (kind, at)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_general_ci;

create trigger audit_entry_unchanged before update on audit_entry
  for each row signal sqlstate '45000' set message_text = 'Audit entries are never changed.';

create trigger audit_entry_kept before delete on audit_entry
  for each row signal sqlstate '45000' set message_text = 'Audit entries are never removed.';

-- The trail reads the journals of all incidents by time.
create index journal_entry_at on journal_entry (at, id);
