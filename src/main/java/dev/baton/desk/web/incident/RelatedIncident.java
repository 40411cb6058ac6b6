package dev.baton.desk.web.incident;

/**
 * Another incident beside the current one.
 *
 * @param relation parent, child, original or duplicate if the link can be removed; null otherwise
 */
record RelatedIncident(
    String number,
    String subject,
    String status,
    String statusWords,
    String priority,
    String when,
    String because,
    String relation) {}
