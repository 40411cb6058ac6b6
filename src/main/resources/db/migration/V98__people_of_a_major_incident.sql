-- Who has a role in a major incident beside its lead, and who is told of it.
create table major_participant (
  id                bigint       not null auto_increment primary key,
  major_incident_id bigint       not null,
  -- COMMUNICATIONS, TECHNICAL, SCRIBE or STAKEHOLDER
  role              varchar(16)  character set ascii collate ascii_bin not null,
  login             varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
  since             datetime(3)  not null,
  named_by          varchar(200) not null,
  constraint major_participant_once unique (major_incident_id, role, login),
  constraint major_participant_of foreign key (major_incident_id) references major_incident (id)
) engine = InnoDB default charset = utf8mb4;
