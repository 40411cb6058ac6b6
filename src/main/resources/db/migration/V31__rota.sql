-- Who can do what, who is on duty when, who is away, and who stands in.
-- Every node keeps all of it in memory: staff_revision says whether that is still what is stored.

alter table agent add column revision bigint not null default 0;
alter table agent add index agent_revision (revision); -- whose rows a node must read again

alter table team add column hours varchar(64) null; -- name of a published calendar

create table agent_skill (
  agent_id bigint      not null,
  skill    varchar(40) not null,
  primary key (agent_id, skill),
  constraint agent_skill_agent foreign key (agent_id) references agent (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Further languages; the main one stands in agent.
create table agent_language (
  agent_id bigint      not null,
  language varchar(35) not null,
  primary key (agent_id, language),
  constraint agent_language_agent foreign key (agent_id) references agent (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- One row. Who changes staff or rota counts it up first and holds its lock until the commit, so that
-- revisions become visible in their order.
create table staff_revision (
  id       tinyint not null primary key,
  revision bigint  not null,
  posts    bigint  not null -- the revision that changed deputies of posts last
) engine = InnoDB;

insert into staff_revision (id, revision, posts) values (1, 0, 0);

create table rota_weekly (
  id           bigint      not null auto_increment primary key,
  agent_id     bigint      not null,
  team_id      bigint      null, -- null: for all teams of the agent
  days         tinyint     not null, -- bit 0 is Monday
  start_minute smallint    not null, -- of the day, on the wall clock of the zone
  end_minute   smallint    not null, -- up to 1440; not after the start: on the next day
  zone         varchar(64) not null,
  valid_from   date        not null,
  valid_to     date        null, -- the last day on which a shift begins
  every_weeks  tinyint     not null, -- counted from the week of valid_from
  index rota_weekly_agent (agent_id),
  constraint rota_weekly_agent foreign key (agent_id) references agent (id),
  constraint rota_weekly_team foreign key (team_id) references team (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- EXTRA is on top, OFF takes away; of two for the same time the one entered last counts.
create table rota_one_off (
  id        bigint       not null auto_increment primary key,
  agent_id  bigint       not null,
  team_id   bigint       null,
  starts_at datetime(3)  not null,
  ends_at   datetime(3)  not null,
  kind      varchar(8)   not null,
  source    varchar(100) null, -- of an import; the next one of that name replaces it
  index rota_one_off_agent (agent_id, starts_at),
  index rota_one_off_source (source, agent_id),
  constraint rota_one_off_agent foreign key (agent_id) references agent (id),
  constraint rota_one_off_team foreign key (team_id) references team (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table absence (
  id        bigint       not null auto_increment primary key,
  agent_id  bigint       not null,
  starts_at datetime(3)  not null,
  ends_at   datetime(3)  null, -- null: not known
  kind      varchar(12)  not null,
  note      varchar(500) null,
  index absence_agent (agent_id, starts_at),
  constraint absence_agent foreign key (agent_id) references agent (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table deputy (
  id        bigint      not null auto_increment primary key,
  agent_id  bigint      not null, -- who is stood in for
  deputy_id bigint      not null,
  role      varchar(40) null, -- null: whatever the role
  starts_at datetime(3) not null,
  ends_at   datetime(3) null,
  index deputy_agent (agent_id),
  constraint deputy_agent foreign key (agent_id) references agent (id),
  constraint deputy_deputy foreign key (deputy_id) references agent (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table post_deputy (
  id        bigint      not null auto_increment primary key,
  team_id   bigint      null, -- null: the role in any team
  role      varchar(40) null, -- null: whatever the role
  deputy_id bigint      not null,
  starts_at datetime(3) not null,
  ends_at   datetime(3) null,
  constraint post_deputy_team foreign key (team_id) references team (id),
  constraint post_deputy_deputy foreign key (deputy_id) references agent (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
