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
    MajorNote major,
    String escalation,
    String unread,
    boolean mayMarkAsRead,
    List<DetailLine> details) {

  /**
   * That it is a major incident, or belongs to one.
   *
   * @param number of the major incident
   */
  record MajorNote(String words, String number) {}

  /** A detail of the incident as the page shows it. */
  record DetailLine(String label, String value) {}
}
