-- An internal note that mentions a colleague is a message in their inbox, once for each note and person.
-- It comes from no notification.
alter table inbox_message
  modify notification bigint null,
  add column contact bigint null, -- the note
  add constraint inbox_mention_once unique (contact, login);
