package dev.baton.desk.web.board;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import dev.baton.desk.web.board.BoardResponse.BoardIncident;
import dev.baton.desk.web.board.BoardResponse.Cut;
import dev.baton.desk.web.board.BoardResponse.Reason;
import dev.baton.desk.web.board.BoardResponse.Stuck;
import dev.baton.desk.web.board.BoardResponse.Why;
import dev.baton.desk.web.board.StuckReasons.Remark;
import dev.baton.engine.FailedSteps;
import dev.baton.escalation.IncidentWatch.StuckIncident;
import dev.baton.escalation.Trigger;
import dev.baton.incident.IncidentNumber;
import dev.baton.incident.report.FlowStartFailure;
import dev.baton.incident.report.FlowStarts;
import dev.baton.staff.StaffDirectory;
import dev.baton.staff.TeamView;
import dev.baton.staff.rota.Duty;
import dev.baton.staff.rota.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Stuck incidents, with the reasons for each. */
@Component
class StuckIncidents {

  private static final int SHOWN = 50;

  /** The oldest of each reason; if very many are stuck, the board stops counting here. */
  private static final int READ = 500;

  private final StuckReasons remarks;
  private final FailedSteps failedSteps;
  private final FailureCauses causes;
  private final FlowStarts starts;
  private final StaffDirectory staff;
  private final Duty duty;

  StuckIncidents(
      StuckReasons remarks,
      FailedSteps failedSteps,
      FailureCauses causes,
      FlowStarts starts,
      StaffDirectory staff,
      Duty duty) {
    this.remarks = remarks;
    this.failedSteps = failedSteps;
    this.causes = causes;
    this.starts = starts;
    this.staff = staff;
    this.duty = duty;
  }

  Cut<Stuck> now(
      BoardFilter filter, Instant now, List<StuckIncident> stuckIncidents, Locale language) {
    Map<String, List<Reason>> reasons = reasons(filter, now, stuckIncidents, language);
    List<Stuck> stuck =
        remarks.open(reasons.keySet(), filter).stream()
            .map(
                line ->
                    new Stuck(line, since(reasons.get(line.number())), reasons.get(line.number())))
            .sorted( // one without a priority may be anything
                comparing((Stuck each) -> each.incident().priority(), nullsFirst(naturalOrder()))
                    .thenComparing(Stuck::since)
                    .thenComparing(each -> each.incident().number()))
            .toList();
    return new Cut<>(stuck.size(), withInstances(stuck.subList(0, Math.min(SHOWN, stuck.size()))));
  }

  /** The numbers of all of them, also of those that are not shown. */
  List<String> numbers(BoardFilter filter, Instant now, List<StuckIncident> stuckIncidents) {
    Map<String, List<Reason>> reasons = reasons(filter, now, stuckIncidents, Locale.ENGLISH);
    return remarks.open(reasons.keySet(), filter).stream().map(BoardIncident::number).toList();
  }

  private Map<String, List<Reason>> reasons(
      BoardFilter filter, Instant now, List<StuckIncident> stuckIncidents, Locale language) {
    Map<String, List<Reason>> reasons = new LinkedHashMap<>();
    for (FlowStartFailure waiting : starts.waiting(READ)) {
      add(reasons, waiting.incident(), notStarted(waiting, language));
    }
    for (FailedSteps.FailedStep place : failedSteps.places(READ)) {
      add(reasons, place.businessKey(), failed(place, language));
    }
    for (Remark remark : remarks.escalationsOnNobody(filter, READ)) {
      add(reasons, remark.number(), reason(Why.NOBODY_ON_DUTY, remark, null, remark.text()));
    }
    for (Remark queued : remarks.queued(withoutAnybody(filter, now), filter, READ)) {
      add(reasons, queued.number(), reason(Why.NOBODY_ON_DUTY, queued, queued.text(), null));
    }
    for (Remark held : remarks.held(filter, now, READ)) {
      add(reasons, held.number(), reason(Why.PAST_PROMISE, held, held.text(), null));
    }
    for (StuckIncident still : stuckIncidents.subList(0, Math.min(READ, stuckIncidents.size()))) {
      add(reasons, still.number().value(), stillness(still));
    }
    return reasons;
  }

  /** The teams within the filter that have no one on duty, including deputies. */
  private List<String> withoutAnybody(BoardFilter filter, Instant now) {
    return staff.teams().stream()
        .filter(team -> filter.team() == null || filter.team().equals(team.code()))
        .filter(
            team ->
                !duty.responder(new Post(team.code(), null), now, Set.of(), login -> 0).isThere())
        .map(TeamView::code)
        .toList();
  }

  private Reason notStarted(FlowStartFailure waiting, Locale language) {
    String cause =
        waiting.message() == null ? null : causes.of(waiting.message(), "").in(language).title();
    return new Reason(Why.NOT_STARTED, waiting.since(), null, cause, null);
  }

  private Reason failed(FailedSteps.FailedStep place, Locale language) {
    return new Reason(
        Why.FAILED_STEP,
        place.since(),
        failedSteps.nameOf(place.definitionId(), place.step()) + " · " + place.flow(),
        causes.of(place.message(), "").in(language).title(),
        place.instanceId());
  }

  private static Reason reason(Why why, Remark remark, String place, String detail) {
    return new Reason(why, remark.since(), place, detail, remark.instance());
  }

  private static Reason stillness(StuckIncident still) {
    return still.trigger() == Trigger.PING_PONG
        ? new Reason(Why.HANDED_AROUND, still.since(), null, still.reason(), null)
        : new Reason(Why.NO_PROGRESS, still.since(), null, null, null);
  }

  private static void add(Map<String, List<Reason>> reasons, String number, Reason reason) {
    if (number != null && IncidentNumber.parse(number).isPresent()) {
      reasons.computeIfAbsent(number, key -> new ArrayList<>()).add(reason);
    }
  }

  private static Instant since(List<Reason> reasons) {
    return reasons.stream().map(Reason::since).min(naturalOrder()).orElseThrow();
  }

  /** A reason without an instance of its own points to the incident's instance. */
  private static List<Stuck> withInstances(List<Stuck> stuck) {
    return stuck.stream()
        .map(
            each ->
                new Stuck(
                    each.incident(),
                    each.since(),
                    each.reasons().stream().map(reason -> at(reason, each.incident())).toList()))
        .toList();
  }

  private static Reason at(Reason reason, BoardIncident incident) {
    return reason.instance() != null
        ? reason
        : new Reason(
            reason.why(), reason.since(), reason.place(), reason.detail(), incident.instance());
  }
}
