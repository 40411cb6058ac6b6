-- A shift that is swapped, taken over or moved is stored as one-off shifts: they are shown and taken back together.
create table shift_change (
  id   bigint      not null auto_increment primary key,
  -- SWAP or MOVE
  kind varchar(8)  character set ascii collate ascii_bin not null
) engine = InnoDB default charset = utf8mb4;

alter table rota_one_off
  add column change_id bigint null,
  add constraint rota_one_off_change foreign key (change_id) references shift_change (id);
