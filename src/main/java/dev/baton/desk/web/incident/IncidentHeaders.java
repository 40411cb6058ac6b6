package dev.baton.desk.web.incident;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.client.ServiceView;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.escalation.OpenEscalations;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.major.MajorIncidentSearch;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Builds the header of an incident. */
@Component
class IncidentHeaders {

  private final ClientDirectory clients;
  private final StaffDirectory staff;
  private final OpenEscalations escalations;
  private final MajorIncidentSearch majors;
  private final PageRenderer pages;
  private final Clock clock;

  IncidentHeaders(
      ClientDirectory clients,
      StaffDirectory staff,
      OpenEscalations escalations,
      MajorIncidentSearch majors,
      PageRenderer pages,
      Clock clock) {
    this.clients = clients;
    this.staff = staff;
    this.escalations = escalations;
    this.majors = majors;
    this.pages = pages;
    this.clock = clock;
  }

  IncidentHeader of(IncidentView incident, Visitor visitor) {
    ClientView client = clients.client(incident.clientId());
    IncidentView.Requester requester = incident.requester();
    Locale locale = visitor.locale();
    Instant now = clock.instant();
    boolean inside = !visitor.isOfClient();
    return new IncidentHeader(
        incident.number(),
        incident.subject(),
        incident.description(),
        incident.priority() == null ? null : incident.priority().name(),
        incident.status().name(),
        pages.name("status", incident.status(), locale),
        client.name(),
        inside ? pages.name("tier", client.tier(), locale) : null,
        requester.vip(),
        requester.name(),
        requester.email(),
        requester.phone(),
        requester.phone() == null ? null : requester.phone().replaceAll("[^+0-9]", ""),
        service(incident),
        incident.category(),
        team(incident.team()),
        inside ? person(incident.assignee()) : null,
        inside ? incident.helpers().stream().map(this::person).toList() : List.of(),
        pages.name("channel", incident.channel(), locale),
        visitor.at(incident.openedAt(), now),
        hold(incident, visitor, now),
        resolution(incident, visitor, now),
        ending(incident, locale),
        inside ? major(incident, locale) : null,
        inside ? escalation(incident, visitor, now) : null,
        inside ? unread(incident, visitor, now) : null,
        visitor.caller().login().equals(incident.assignee()),
        inside ? details(incident, locale) : List.of());
  }

  private List<IncidentHeader.DetailLine> details(IncidentView incident, Locale locale) {
    return incident.details().stream()
        .map(
            detail ->
                new IncidentHeader.DetailLine(
                    detail.label(),
                    switch (detail.value()) {
                      case "true" -> pages.words("header.yes", locale);
                      case "false" -> pages.words("header.no", locale);
                      default -> detail.value();
                    }))
        .toList();
  }

  /** Name and sign-in name of one of the desk's people. */
  String person(String login) {
    return login == null ? null : staff.name(login);
  }

  private String team(String code) {
    return code == null ? null : staff.team(code).map(TeamView::name).orElse(code);
  }

  private String service(IncidentView incident) {
    return incident.service() == null
        ? null
        : clients
            .service(incident.clientId(), incident.service())
            .map(ServiceView::name)
            .orElse(incident.service());
  }

  private String hold(IncidentView incident, Visitor visitor, Instant now) {
    IncidentView.HoldView hold = incident.hold();
    return hold == null
        ? null
        : pages.words(
            "header.hold",
            visitor.locale(),
            pages.name("hold", hold.reason(), visitor.locale()),
            visitor.at(hold.since(), now),
            visitor.at(hold.until(), now));
  }

  private String unread(IncidentView incident, Visitor visitor, Instant now) {
    return incident.unreadSince() == null
        ? null
        : pages.words("header.unread", visitor.locale(), visitor.at(incident.unreadSince(), now));
  }

  private String resolution(IncidentView incident, Visitor visitor, Instant now) {
    IncidentView.Resolution resolution = incident.resolution();
    if (resolution == null) {
      return null;
    }
    String code = pages.name("resolution", resolution.code(), visitor.locale());
    String when =
        incident.resolvedAt() == null ? "" : ", " + visitor.at(incident.resolvedAt(), now);
    return code + when + (resolution.note() == null ? "" : ": " + resolution.note());
  }

  private String ending(IncidentView incident, Locale locale) {
    return incident.cancelReason() == null
        ? null
        : pages.words("header.cancelled", locale, incident.cancelReason());
  }

  private IncidentHeader.MajorNote major(IncidentView incident, Locale locale) {
    IncidentNumber number = new IncidentNumber(incident.number());
    if (majors.find(number).isPresent()) {
      return new IncidentHeader.MajorNote(pages.words("header.major", locale), number.value());
    }
    return majors
        .majorOf(number)
        .map(
            major ->
                new IncidentHeader.MajorNote(
                    pages.words("header.partOfMajor", locale, major.value()), major.value()))
        .orElse(null);
  }

  private String escalation(IncidentView incident, Visitor visitor, Instant now) {
    return escalations
        .of(new IncidentNumber(incident.number()))
        .map(
            current ->
                current.responder() == null
                    ? pages.words("header.escalated", visitor.locale(), current.rung())
                    : pages.words(
                        "header.escalatedTo",
                        visitor.locale(),
                        current.rung(),
                        person(current.responder()),
                        visitor.at(current.dueAt(), now)))
        .orElse(null);
  }
}
