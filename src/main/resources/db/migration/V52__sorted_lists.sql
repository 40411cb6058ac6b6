-- Lists by subject need not sort all subjects first.
create index incident_subject on incident (subject);
