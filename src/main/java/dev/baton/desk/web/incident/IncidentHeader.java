package dev.baton.desk.web.incident;

import java.util.List;

/** The header of an incident; texts are in the visitor's language, null if unknown. */
record IncidentHeader(
    String number,
    String subject,
    String description,
    String priority,
    String status,
    String statusWords,
    String client,
    String tier,
    boolean vip,
    String requester,
    String email,
    String phone,
    String call,
    String service,
    String category,
    String team,
    String assignee,
    List<String> helpers,
    String channel,
    String openedAt,
    String hold,
    String resolution,
    String ending,
    String major,
    String escalation,
    String unread,
    boolean mayMarkAsRead,
    List<DetailLine> details) {

  /** A detail of the incident as the page shows it. */
  record DetailLine(String label, String value) {}
}
