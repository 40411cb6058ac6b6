-- An update that no agreement promises but the communication plan: how often, in minutes of the hours of the promise that
-- is named beside it. Null for what an agreement promises.

alter table obligation add column update_minutes int null after calendar_version;
alter table clock_event add column update_minutes int null after calendar_version;
