package dev.baton.desk.web.incident;

/** Another incident beside the one that is looked at. */
record RelatedIncident(
    String number,
    String subject,
    String status,
    String statusWords,
    String priority,
    String when,
    String because) {}
