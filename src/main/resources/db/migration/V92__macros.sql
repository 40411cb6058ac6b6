-- What is done with an incident at once, under a name.
create table macro (
  id              bigint       not null auto_increment primary key,
  name            varchar(80)  not null,
  -- PERSON, TEAM or DESK: who runs it.
  scope           varchar(8)   character set ascii collate ascii_bin not null,
  owner           varchar(64)  character set utf8mb4 collate utf8mb4_bin null,
  team            varchar(64)  character set ascii collate ascii_bin null,
  assigns_to_me   boolean      not null,
  impact          varchar(8)   character set ascii collate ascii_bin null,
  urgency         varchar(8)   character set ascii collate ascii_bin null,
  template        bigint       null,
  is_note         boolean      not null,
  act             varchar(24)  character set ascii collate ascii_bin null,
  resolution_code varchar(24)  character set ascii collate ascii_bin null,
  changed_by      varchar(64)  character set utf8mb4 collate utf8mb4_bin null,
  changed_at      datetime(3)  not null,
  -- A template that a macro writes cannot be deleted.
  constraint macro_template foreign key (template) references reply_template (id)
) engine = InnoDB default charset = utf8mb4;

create index macro_scope on macro (scope, name);
create index macro_owner on macro (owner);
