-- How long records are kept, by kind; without a number of days, for good.
create table retention_period (
  name varchar(40) not null primary key,
  days int         null
) engine = InnoDB default charset = utf8mb4;

-- When the mail as it came was removed; and whether it has to stay, since it has more than its
-- contact: a file that is not handed out or not kept, or a longer text.
alter table incoming_mail
  add column raw_removed_at datetime(3) null,
  add column raw_needed     boolean     not null default false;

create index incoming_mail_raw on incoming_mail (raw_removed_at, raw_needed, received_at, state);

-- Of how many files were kept at most is not known for mail of the past: many may not be all.
update incoming_mail set raw_needed = true
where contact_id in (select contact_id from contact_file where withheld is not null)
   or contact_id in (select contact_id from contact_file group by contact_id having count(*) >= 10)
   or contact_id in (select id from contact where char_length(body) >= 100000);

create index inbox_by_reading on inbox_message (read_at);
