-- Whether a client's confirmation period is counted in calendar days, as until now, or in working days.
alter table client add column confirmation_unit varchar(20) not null default 'CALENDAR_DAYS';

-- When a resolved incident closes if nobody objects: computed once, for timer, task and letters.
alter table incident add column closes_at datetime(3) null;

update incident i join client c on c.id = i.client_id
  set i.closes_at = date_add(i.resolved_at, interval c.confirmation_days day)
  where i.status = 'RESOLVED' and i.resolved_at is not null;
