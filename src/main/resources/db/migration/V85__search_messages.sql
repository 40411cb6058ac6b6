-- What was said and written on an incident is found by its words, like the incident itself.
alter table contact add fulltext index contact_words (subject, body);
