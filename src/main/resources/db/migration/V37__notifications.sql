-- What was told to whom: the announcement of an event, one notification for each reader and channel
-- with its delivery record, and what is known of addresses.

-- Once for each event: the database refuses the second announcement of the same epoch.
create table announcement (
  id bigint not null auto_increment primary key,
  incident varchar(20) character set ascii collate ascii_bin not null,
  event varchar(20) not null,
  epoch varchar(100) character set ascii collate ascii_bin not null,
  detail mediumtext null, -- words of a person that belong to it
  person varchar(64) collate utf8mb4_uca1400_as_ci null, -- of who was told on the ladder
  reach varchar(40) null, -- how the ladder wants that person to be told
  next_at datetime(3) null,
  at datetime(3) not null,
  constraint announcement_once unique (incident, event, epoch)
) engine = InnoDB default charset = utf8mb4;

create table notification (
  id bigint not null auto_increment primary key,
  announcement_id bigint not null,
  incident varchar(20) character set ascii collate ascii_bin not null,
  event varchar(20) not null,
  template varchar(20) not null, -- the event whose words are used
  audience varchar(20) not null,
  recipient varchar(320) collate utf8mb4_uca1400_as_ci not null, -- address or sign-in name: who it is
  recipient_name varchar(200) null,
  address varchar(500) null, -- where it goes
  channel varchar(10) not null,
  next_channel varchar(10) null, -- where it goes if that channel fails
  next_address varchar(500) null,
  language varchar(20) not null,
  zone varchar(40) not null,
  status varchar(12) not null,
  reason varchar(20) null, -- of one that was suppressed
  reason_words varchar(300) null,
  digest boolean not null,
  send_at datetime(3) not null,
  created_at datetime(3) not null,
  sent_at datetime(3) null,
  delivered_at datetime(3) null,
  tries int not null, -- since the last rest or mended address
  all_tries int not null,
  last_error varchar(1000) null,
  fault varchar(20) null, -- of the last try: DOWN, UNDELIVERABLE
  message_id varchar(200) character set ascii collate ascii_bin null,
  sent_with bigint null, -- the notification whose message this one is part of; itself if it carries some
  -- With the announcement that is one for (incident, event, epoch, recipient, channel).
  constraint notification_once unique (announcement_id, recipient, channel),
  constraint notification_announcement foreign key (announcement_id) references announcement (id),
  index notification_incident (incident, id),
  index notification_status (status, id),
  index notification_address (address, sent_at),
  index notification_digest (recipient, digest, status)
) engine = InnoDB default charset = utf8mb4;

-- Where a machine answers: nothing is sent there by itself about the incident.
create table silence (
  incident varchar(20) character set ascii collate ascii_bin not null,
  address varchar(320) collate utf8mb4_uca1400_as_ci not null,
  reason varchar(300) not null,
  since datetime(3) not null,
  primary key (incident, address)
) engine = InnoDB default charset = utf8mb4;

-- Addresses that came back, and those that somebody gave instead.
create table mended_address (
  address varchar(320) collate utf8mb4_uca1400_as_ci not null primary key,
  instead varchar(320) not null,
  by_whom varchar(64) not null,
  since datetime(3) not null
) engine = InnoDB default charset = utf8mb4;

-- Who else hears of an incident.
create table watcher (
  incident varchar(20) character set ascii collate ascii_bin not null,
  address varchar(320) collate utf8mb4_uca1400_as_ci not null,
  name varchar(200) null,
  since datetime(3) not null,
  primary key (incident, address)
) engine = InnoDB default charset = utf8mb4;

-- The client's own contact for the desk.
create table client_contact (
  client_id bigint not null,
  address varchar(320) collate utf8mb4_uca1400_as_ci not null,
  name varchar(200) null,
  primary key (client_id, address)
) engine = InnoDB default charset = utf8mb4;

-- One row: the key of our Message-IDs and of the mark against loops, where no setting gives it.
create table mail_key (
  id tinyint not null primary key,
  secret varchar(100) character set ascii collate ascii_bin not null
) engine = InnoDB;

-- Mail of a Baton without a mail server, for the page that shows it.
create table caught_mail (
  id bigint not null auto_increment primary key,
  notification_id bigint not null,
  at datetime(3) not null,
  recipient varchar(500) not null,
  subject varchar(300) not null,
  raw mediumblob not null,
  index caught_mail_newest (at)
) engine = InnoDB default charset = utf8mb4;
