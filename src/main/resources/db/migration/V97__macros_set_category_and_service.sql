-- A macro can set the category, as a word, and the service, by its code at the incident's client.
alter table macro
  add column category varchar(60) character set utf8mb4 null after urgency,
  add column service  varchar(64) character set utf8mb4 null after category;
