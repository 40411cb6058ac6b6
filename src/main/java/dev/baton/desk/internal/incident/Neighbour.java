package dev.baton.desk.internal.incident;

/** Another incident beside the one that is looked at. */
record Neighbour(
    String number,
    String subject,
    String status,
    String statusWords,
    String priority,
    String when,
    String because) {}
