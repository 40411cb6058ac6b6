-- What forms of the flow asked for and keep with the incident, and the words to find it by.
alter table incident
  add column details longtext null,
  add column detail_words varchar(2000) null;

alter table incident drop index incident_words;
alter table incident
  add fulltext index incident_words (subject, requester_name, requester_email, detail_words);
