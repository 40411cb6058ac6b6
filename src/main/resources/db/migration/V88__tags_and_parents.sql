-- Words by which the desk groups incidents; lower case, so that a word is on an incident once.
create table incident_tag (
  incident_id bigint      not null,
  tag         varchar(40) character set utf8mb4 collate utf8mb4_bin not null,
  primary key (incident_id, tag)
) engine = InnoDB default charset = utf8mb4;

-- The list asks for a word, and suggestions for what words begin with.
create index incident_tag_tag on incident_tag (tag, incident_id);

-- The incident that another one belongs to: at most one.
create table incident_parent (
  child_id  bigint not null primary key,
  parent_id bigint not null
) engine = InnoDB default charset = utf8mb4;

create index incident_parent_parent on incident_parent (parent_id, child_id);
