-- Tables are called what the glossary calls their rows.
rename table climb_entry to escalation_log_entry;
rename table climb_entry_seq to escalation_log_entry_seq;
rename table major_link to related_incident_link;
rename table taken_message to processed_message;
rename table sent_form to submitted_form;
rename table message_words to client_template;
rename table mended_address to corrected_address;
rename table silence to silent_address;
alter table clock_milestone rename column told_with to reported_with;
alter table coverage_gap rename column mended_at to closed_at;
alter table notification rename column reason_words to reason_text;
alter table client_template rename column next_words to next_text;
