package dev.baton.desk.web.call;

/** What has been typed into "Log a contact", by the keys of the form; missing fields are null. */
record CallForm(
    String kind,
    String client,
    String requesterName,
    String requesterEmail,
    String requesterPhone,
    String subject,
    String description,
    String category,
    String service,
    String toTeam) {

  boolean isIncident() {
    return "INCIDENT".equals(kind);
  }

  boolean isAbandoned() {
    return "ABANDONED".equals(kind);
  }
}
