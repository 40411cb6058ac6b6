-- A message that a person wrote is signed by that person; and a reply that was sent together with an
-- act tells the act's event as well, so that the client gets one message for both.
alter table announcement
  add column author varchar(64) collate utf8mb4_uca1400_as_ci null, -- who wrote the detail; null for the flow
  add column joined varchar(32) null; -- the event that this message tells, too
