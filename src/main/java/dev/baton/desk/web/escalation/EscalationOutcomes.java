package dev.baton.desk.web.escalation;

import dev.baton.desk.web.PageRenderer;
import dev.baton.desk.web.Visitor;
import dev.baton.escalation.EscalationState;
import dev.baton.escalation.EscalationView;
import dev.baton.escalation.Escalations;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.IncidentView;
import dev.baton.incident.search.IncidentSearch;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says what came of an answer or a decision. */
@Component
public class EscalationOutcomes {

  private static final Set<String> OF_PEOPLE = Set.of("ACKNOWLEDGED", "DECIDED");

  private final Escalations escalations;
  private final IncidentSearch incidents;
  private final StaffDirectory staff;
  private final LadderLines ladders;
  private final PageRenderer pages;
  private final Clock clock;

  EscalationOutcomes(
      Escalations escalations,
      IncidentSearch incidents,
      StaffDirectory staff,
      LadderLines ladders,
      PageRenderer pages,
      Clock clock) {
    this.escalations = escalations;
    this.incidents = incidents;
    this.staff = staff;
    this.ladders = ladders;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * Such as "INC-2026-000123: Grace Hall took it over: “I know it”. The incident is now In progress
   * (Network, Grace Hall)."
   */
  public String of(long id, Visitor visitor) {
    Instant now = clock.instant();
    EscalationView escalation = escalations.get(id);
    List<EscalationView.Entry> done =
        escalation.entries().stream().filter(entry -> OF_PEOPLE.contains(entry.kind())).toList();
    String said = done.isEmpty() ? "" : ladders.text(done.get(done.size() - 1), visitor, now);
    if (escalation.state() == EscalationState.ACKNOWLEDGED) {
      return pages.words(
          "escalations.done.open",
          visitor.locale(),
          escalation.incident(),
          said,
          visitor.at(escalation.dueAt(), now));
    }
    IncidentView incident = incidents.get(new IncidentNumber(escalation.incident()));
    String holders = holders(incident);
    return pages.words(
        holders.isEmpty() ? "escalations.done.unheld" : "escalations.done",
        visitor.locale(),
        escalation.incident(),
        said,
        pages.name("status", incident.status(), visitor.locale()),
        holders);
  }

  /** The team and the agent who hold it; empty where nobody does. */
  private String holders(IncidentView incident) {
    return Stream.of(
            incident.team() == null
                ? null
                : staff.team(incident.team()).map(TeamView::name).orElse(incident.team()),
            incident.assignee() == null ? null : staff.name(incident.assignee()))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }
}
