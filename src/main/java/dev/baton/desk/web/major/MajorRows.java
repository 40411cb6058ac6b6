package dev.baton.desk.web.major;

import dev.baton.client.ClientDirectory;
import dev.baton.client.ClientView;
import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.incident.search.IncidentSummaries;
import dev.baton.incident.search.IncidentSummary;
import dev.baton.major.MajorIncidentSearch;
import dev.baton.major.MajorIncidentView;
import dev.baton.major.MajorState;
import dev.baton.staff.StaffDirectory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Renders the rows of the list of major incidents. */
@Component
class MajorRows {

  private final MajorIncidentSearch majors;
  private final IncidentSummaries incidents;
  private final ClientDirectory clients;
  private final StaffDirectory staff;
  private final MajorCountdown countdown;
  private final PageRenderer pages;
  private final Clock clock;

  MajorRows(
      MajorIncidentSearch majors,
      IncidentSummaries incidents,
      ClientDirectory clients,
      StaffDirectory staff,
      MajorCountdown countdown,
      PageRenderer pages,
      Clock clock) {
    this.majors = majors;
    this.incidents = incidents;
    this.clients = clients;
    this.staff = staff;
    this.countdown = countdown;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * A row.
   *
   * @param lead null while nobody leads it
   * @param due the next update; null if none is due
   * @param end why it was stood down; null otherwise
   */
  record MajorRow(
      String number,
      String subject,
      String client,
      String priority,
      String stateWords,
      String lead,
      String since,
      String sinceIso,
      long related,
      MajorCountdown.DueUpdate due,
      String ended,
      String end) {}

  List<MajorRow> of(List<MajorIncidentView> found, Visitor visitor) {
    List<String> numbers = found.stream().map(MajorIncidentView::number).toList();
    Map<String, IncidentSummary> lines = incidents.byNumber(numbers);
    Map<String, Long> related = majors.relatedCounts(numbers);
    Map<String, String> names =
        clients.clients().stream().collect(Collectors.toMap(ClientView::code, ClientView::name));
    return found.stream()
        .map(
            major ->
                row(
                    major,
                    lines.get(major.number()),
                    related.getOrDefault(major.number(), 0L),
                    names,
                    visitor))
        .toList();
  }

  private MajorRow row(
      MajorIncidentView major,
      IncidentSummary line,
      long related,
      Map<String, String> names,
      Visitor visitor) {
    Instant now = clock.instant();
    Instant due = major.state().isOver() ? null : major.nextUpdateDue();
    return new MajorRow(
        major.number(),
        line.subject(),
        names.getOrDefault(line.client(), line.client()),
        line.priority() == null ? null : line.priority().name(),
        pages.name("majors.state", major.state(), visitor.locale()),
        staff.name(major.lead()),
        visitor.at(major.declaredAt(), now),
        major.declaredAt().toString(),
        related,
        countdown.of(due, now, visitor),
        visitor.at(major.endedAt(), now),
        major.state() == MajorState.STOOD_DOWN ? major.endReason() : null);
  }
}
