-- Trials of proposals with incidents that were recorded, each in a program of its own. The node that
-- started one renews its lease; when that has run out, the node is gone and the trial is interrupted.
create table flow_trial (
  id bigint not null auto_increment primary key,
  proposal_id bigint not null,
  -- Counts the trials of the proposal.
  number int not null,
  -- Of the proposal, whose files were tried.
  revision int not null,
  state varchar(16) character set ascii collate ascii_bin not null,
  -- 1 while it runs: there is one at a time.
  running tinyint null,
  days int not null,
  incidents int not null,
  started_by varchar(64) not null,
  started_at datetime(3) not null,
  finished_at datetime(3) null,
  -- In percent.
  progress int not null,
  lease_until datetime(3) null,
  -- Why it has no result.
  message varchar(1000) null,
  -- As JSON, and with all reports as a ZIP archive.
  result longtext null,
  reports longblob null,
  unique key flow_trial_number (proposal_id, number),
  unique key flow_trial_running (running),
  constraint flow_trial_of foreign key (proposal_id) references flow_proposal (id) on delete cascade
) engine = InnoDB default charset = utf8mb4;
