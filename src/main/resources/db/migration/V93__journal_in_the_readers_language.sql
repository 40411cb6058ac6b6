-- What an entry says, by the key of its text and the values in it, so that a page says it in the
-- reader's language. Older entries, and what people named themselves, have only the text.
alter table journal_entry
  add column message text null;
