-- The story of an incident is read in parts, newest or oldest first, notifications among the rest.
create index notification_story on notification (incident, created_at, id);
