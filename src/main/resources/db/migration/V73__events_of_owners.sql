-- Process owners register events of their own, with the words that messages about them use.
-- The events that Baton itself announces are rows as well; they are never removed.
create table notification_event (
  code       varchar(32)  character set ascii collate ascii_bin not null primary key,
  name_en    varchar(80)  not null,
  name_de    varchar(80)  not null,
  topic      varchar(20)  not null, -- what {next} says, and until when a message is wanted
  occurrence varchar(12)  not null, -- ONCE for each incident, or EVERY_TIME
  built_in   boolean      not null,
  changed_by varchar(64)  null,
  changed_at datetime(3)  null
) engine = InnoDB default charset = utf8mb4;

insert into notification_event (code, name_en, name_de, topic, occurrence, built_in) values
  ('RECEIVED', 'received', 'eingegangen', 'INCIDENT', 'ONCE', true),
  ('ASSIGNED', 'assigned', 'zugewiesen', 'INCIDENT', 'EVERY_TIME', true),
  ('ON_HOLD', 'on hold', 'in Wartestellung', 'HOLD', 'EVERY_TIME', true),
  ('REMINDER', 'reminder', 'Erinnerung', 'HOLD', 'EVERY_TIME', true),
  ('UPDATE', 'new message', 'neue Nachricht', 'MESSAGE', 'EVERY_TIME', true),
  ('REPLIED', 'client replied', 'Antwort des Kunden', 'MESSAGE', 'EVERY_TIME', true),
  ('AT_RISK', 'at risk', 'gefährdet', 'DEADLINE', 'EVERY_TIME', true),
  ('BREACHED', 'obligation breached', 'Zusage verletzt', 'DEADLINE', 'EVERY_TIME', true),
  ('ESCALATED', 'escalated', 'eskaliert', 'ESCALATION', 'EVERY_TIME', true),
  ('RESOLVED', 'resolved', 'gelöst', 'RESOLUTION', 'EVERY_TIME', true),
  ('CLOSED', 'closed', 'geschlossen', 'INCIDENT', 'ONCE', true),
  ('REOPENED', 'reopened', 'wieder geöffnet', 'INCIDENT', 'EVERY_TIME', true),
  ('CANCELLED', 'cancelled', 'storniert', 'INCIDENT', 'ONCE', true),
  ('MAJOR_DECLARED', 'major incident', 'Großstörung', 'MAJOR_INCIDENT', 'EVERY_TIME', true),
  ('MAJOR_UPDATED', 'major incident update', 'Neues zur Großstörung', 'MAJOR_INCIDENT', 'EVERY_TIME', true),
  ('MAJOR_ENDED', 'major incident ended', 'Großstörung beendet', 'MAJOR_INCIDENT', 'EVERY_TIME', true);

-- What messages about an owner's event say to everybody whose client has no words of its own.
create table event_template (
  event      varchar(32)   character set ascii collate ascii_bin not null,
  language   varchar(8)    not null,
  subject    varchar(200)  null,
  opening    varchar(2000) null,
  next_text  varchar(2000) null,
  signature  varchar(500)  null,
  changed_by varchar(64)   not null,
  changed_at datetime(3)   not null,
  primary key (event, language),
  constraint event_template_event foreign key (event) references notification_event (code)
    on delete cascade
) engine = InnoDB default charset = utf8mb4;

-- Codes of owners are longer than those of Baton. Widening rewrites no row.
alter table announcement modify event varchar(32) not null;
alter table notification modify event varchar(32) not null, modify template varchar(32) not null;
