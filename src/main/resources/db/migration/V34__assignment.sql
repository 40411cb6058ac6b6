-- Whose turn it is in a team. The team's row is written before a person is picked and so is locked
-- until the incident is stored: two nodes never pick by the same state.
create table assignment_turn (
  team varchar(59) collate utf8mb4_uca1400_as_ci not null primary key,
  turn bigint not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- The turn in which a person of the team was given something last.
create table assignment_last (
  team varchar(59) collate utf8mb4_uca1400_as_ci not null,
  login varchar(64) collate utf8mb4_uca1400_as_ci not null,
  turn bigint not null,
  primary key (team, login)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_bin;

-- Whether somebody else named the person who is on it; a policy keeps that person then.
alter table incident add column assignee_chosen boolean not null default false;
