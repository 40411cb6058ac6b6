-- Texts that people put into a reply. The texts of mails about events are in client_template.
create table reply_template (
  id         bigint       not null auto_increment primary key,
  name        varchar(80) not null,
  german_name varchar(80) null, -- shown to people who read German; null for the same name
  -- PERSON, TEAM, CLIENT or DESK: who uses it.
  scope      varchar(8)   character set ascii collate ascii_bin not null,
  owner      varchar(64)  character set utf8mb4 collate utf8mb4_bin null,
  team       varchar(64)  character set ascii collate ascii_bin null,
  client     varchar(64)  character set ascii collate ascii_bin null,
  english    mediumtext   null,
  german     mediumtext   null,
  changed_by varchar(64)  character set utf8mb4 collate utf8mb4_bin null,
  changed_at datetime(3)  not null
) engine = InnoDB default charset = utf8mb4;

create index reply_template_scope on reply_template (scope, name);
create index reply_template_owner on reply_template (owner);

-- When somebody used which one last: those come first.
create table reply_template_use (
  login    varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
  template bigint      not null,
  used_at  datetime(3) not null,
  primary key (login, template),
  constraint reply_template_used foreign key (template) references reply_template (id) on delete cascade
) engine = InnoDB default charset = utf8mb4;

insert into reply_template (name, german_name, scope, english, german, changed_at) values
  ('Acknowledgement', 'Eingangsbestätigung', 'DESK',
   'Dear {requester},\n\nThank you for your message. We are looking into it and will update you as soon as we have news.',
   'Guten Tag {requester},\n\nvielen Dank für Ihre Nachricht. Wir kümmern uns darum und melden uns, sobald es Neuigkeiten gibt.',
   utc_timestamp(3)),
  ('Request for information', 'Rückfrage', 'DESK',
   'Dear {requester},\n\nTo help you, we need some more information:\n\n',
   'Guten Tag {requester},\n\num Ihnen helfen zu können, benötigen wir noch einige Angaben:\n\n',
   utc_timestamp(3)),
  ('Progress update', 'Zwischenstand', 'DESK',
   'Dear {requester},\n\nHere is where things stand:\n\n',
   'Guten Tag {requester},\n\nhier der aktuelle Stand:\n\n',
   utc_timestamp(3)),
  ('Ask to confirm the fix', 'Bitte um Prüfung', 'DESK',
   'Dear {requester},\n\nThis should be working again. Please try it and let us know if it is not.',
   'Guten Tag {requester},\n\ndie Störung sollte behoben sein. Bitte prüfen Sie es, und sagen Sie uns Bescheid, falls das nicht der Fall ist.',
   utc_timestamp(3));
