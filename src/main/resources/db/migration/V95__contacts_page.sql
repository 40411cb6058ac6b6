-- Contacts are listed newest first under any filter: what the filters ask stands in the index.
create index contact_newest
  on contact (at desc, id desc, channel, direction, kind, client_id, incident_id);
drop index contact_at on contact;
create index contact_channel on contact (channel, at);
create index contact_kind on contact (kind, at);

-- A call is found by its number, however it was written, as requesters are (V83): by the last digits,
-- which an index finds when they are turned round. Null for what is no phone number.
alter table contact
  add column phone_reversed varchar(64) character set ascii collate ascii_bin
    generated always as (
      if(from_text regexp '^[-+0-9()/. ]{3,60}$',
        reverse(regexp_replace(
          regexp_replace(replace(from_text, '(0)', ''), '[^0-9]', ''), '^0+', '')), null)) stored;
create index contact_phone on contact (phone_reversed);

-- Who wrote is found like what was written.
drop index contact_words on contact;
alter table contact add fulltext index contact_words (subject, body, from_text);

-- Why a contact waits, by the key of its text, for the reader's language; and why it was dismissed.
alter table triage
  add column message text null,
  add column dismissal varchar(20) null,
  add column note varchar(500) null;
