package dev.baton.desk.web.board;

import dev.baton.desk.web.board.BoardResponse.BoardIncident;
import dev.baton.desk.web.board.BoardResponse.Cut;
import dev.baton.desk.web.board.BoardResponse.Held;
import dev.baton.desk.web.board.BoardResponse.Promise;
import dev.baton.desk.web.board.BoardResponse.UnansweredEscalation;
import dev.baton.escalation.UnansweredEscalations;
import dev.baton.escalation.UnansweredEscalations.Details;
import dev.baton.escalation.UnansweredEscalations.Unanswered;
import dev.baton.incident.Priority;
import dev.baton.incident.search.IncidentFilter;
import dev.baton.incident.search.IncidentSummaries;
import dev.baton.incident.search.IncidentSummary;
import dev.baton.incident.search.OpenIncidents;
import dev.baton.incident.search.OpenIncidents.Counted;
import dev.baton.incident.search.OverdueHolds;
import dev.baton.sla.UrgentObligations;
import dev.baton.sla.UrgentObligations.UrgentObligation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Reads what the board shows of incidents, obligations and escalations. Each module returns its
 * records, and incidents decide which are within the filter, a thousand at a time. The figures are
 * in src/docs/board.md.
 */
@Component
class BoardRecords {

  private final OpenIncidents incidents;
  private final OverdueHolds holds;
  private final IncidentSummaries lines;
  private final UrgentObligations promises;
  private final UnansweredEscalations escalations;

  BoardRecords(
      OpenIncidents incidents,
      OverdueHolds holds,
      IncidentSummaries lines,
      UrgentObligations promises,
      UnansweredEscalations escalations) {
    this.incidents = incidents;
    this.holds = holds;
    this.lines = lines;
    this.promises = promises;
    this.escalations = escalations;
  }

  /** The first overdue and the first at-risk obligations, each incident once. */
  record Pressed(Cut<Promise> late, Cut<Promise> atRisk) {}

  List<Counted> open(BoardFilter filter) {
    return incidents.count(filter.incidents());
  }

  List<BoardIncident> oldest(BoardFilter filter, int most) {
    return incidents.oldest(filter.incidents(), most).stream().map(BoardRecords::line).toList();
  }

  Pressed pressing(BoardFilter filter, Instant now, int most) {
    List<UrgentObligation> all = promises.at(now);
    Set<String> within =
        incidents.unresolved(
            all.stream().map(UrgentObligation::incident).toList(), filter.incidents());
    List<UrgentObligation> found =
        all.stream().filter(each -> within.contains(each.incident())).toList();
    List<UrgentObligation> late = found.stream().filter(UrgentObligation::isLate).toList();
    List<UrgentObligation> atRisk = found.stream().filter(each -> !each.isLate()).toList();
    Map<String, IncidentSummary> shown =
        lines.byNumber(
            Stream.of(late, atRisk)
                .flatMap(each -> each.stream().limit(most))
                .map(UrgentObligation::incident)
                .toList());
    return new Pressed(cut(late, shown, most), cut(atRisk, shown, most));
  }

  private static Cut<Promise> cut(
      List<UrgentObligation> all, Map<String, IncidentSummary> shown, int most) {
    return new Cut<>(
        all.size(),
        all.stream()
            .limit(most)
            .filter(each -> shown.containsKey(each.incident()))
            .map(each -> new Promise(line(shown.get(each.incident())), each.kind(), each.dueAt()))
            .toList());
  }

  Cut<Held> held(BoardFilter filter, Instant now, int most) {
    IncidentFilter asked = filter.incidents();
    List<Held> first =
        holds.first(asked, now, most).stream()
            .map(
                held ->
                    new Held(
                        line(held.incident()),
                        held.reason(),
                        held.since(),
                        held.until(),
                        held.owner(),
                        held.reminders()))
            .toList();
    return new Cut<>(first.size() < most ? first.size() : holds.count(asked, now), first);
  }

  /** The most urgent first, then those unanswered longest. */
  Cut<UnansweredEscalation> unanswered(BoardFilter filter, int most) {
    List<Unanswered> all = escalations.all();
    Map<String, Priority> within =
        incidents.within(all.stream().map(Unanswered::incident).toList(), filter.incidents());
    List<Unanswered> found =
        all.stream()
            .filter(each -> within.containsKey(each.incident()))
            .sorted(
                Comparator.comparing(
                    (Unanswered each) -> within.get(each.incident()),
                    Comparator.nullsFirst(Comparator.naturalOrder())))
            .toList();
    List<Unanswered> first = found.subList(0, Math.min(most, found.size()));
    Map<Long, Details> details = escalations.details(first.stream().map(Unanswered::id).toList());
    Map<String, IncidentSummary> shown =
        lines.byNumber(first.stream().map(Unanswered::incident).toList());
    return new Cut<>(
        found.size(),
        first.stream()
            .filter(each -> details.containsKey(each.id()) && shown.containsKey(each.incident()))
            .map(each -> unanswered(details.get(each.id()), shown.get(each.incident())))
            .toList());
  }

  private static UnansweredEscalation unanswered(Details escalation, IncidentSummary incident) {
    return new UnansweredEscalation(
        escalation.id(),
        line(incident),
        escalation.state(),
        escalation.trigger(),
        escalation.role() == null ? null : escalation.role().group(),
        escalation.responder(),
        escalation.startedAt(),
        escalation.dueAt(),
        escalation.round(),
        escalation.flowInstance());
  }

  static BoardIncident line(IncidentSummary incident) {
    return new BoardIncident(
        incident.number(),
        incident.subject(),
        incident.client(),
        incident.priority(),
        incident.status(),
        incident.team(),
        incident.assignee(),
        incident.openedAt(),
        incident.flowInstance());
  }
}
