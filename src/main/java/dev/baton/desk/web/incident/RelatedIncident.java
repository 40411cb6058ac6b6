package dev.baton.desk.web.incident;

/** Another incident beside the current one. */
record RelatedIncident(
    String number,
    String subject,
    String status,
    String statusWords,
    String priority,
    String when,
    String because) {}
