package dev.baton.desk.web.incident;

import java.util.List;

/**
 * What stands at the top of an incident; words in the language of who looks, null where unknown.
 */
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
    String escalation) {}
