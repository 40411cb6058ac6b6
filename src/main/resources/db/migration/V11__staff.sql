-- Teams and agents. The engine's users and groups mirror these rows; these rows are the truth.
-- Team codes and names, and sign-in names, are found in any case.
create table team (
  id   bigint       not null auto_increment,
  code varchar(59)  collate utf8mb4_uca1400_as_ci not null, -- engine groups hold "team-" and 59 characters
  name varchar(200) collate utf8mb4_uca1400_as_ci not null,
  primary key (id),
  constraint team_code_unique unique (code),
  constraint team_name_unique unique (name)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table agent (
  id       bigint       not null auto_increment,
  login    varchar(64)  collate utf8mb4_uca1400_as_ci not null,
  name     varchar(200) not null,
  email    varchar(320),
  zone     varchar(64)  not null,
  language varchar(35)  not null,
  active   boolean      not null,
  primary key (id),
  constraint agent_login_unique unique (login)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table agent_role (
  agent_id bigint      not null,
  role     varchar(40) not null,
  primary key (agent_id, role),
  constraint agent_role_agent foreign key (agent_id) references agent (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

create table agent_team (
  agent_id bigint not null,
  team_id  bigint not null,
  primary key (agent_id, team_id),
  constraint agent_team_agent foreign key (agent_id) references agent (id),
  constraint agent_team_team foreign key (team_id) references team (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;
