package dev.baton.desk.web.board;

import dev.baton.desk.web.board.BoardResponse.BoardIncident;
import dev.baton.escalation.UnansweredEscalations;
import dev.baton.escalation.UnansweredEscalations.Waiting;
import dev.baton.incident.search.IncidentFilter;
import dev.baton.incident.search.IncidentSummary;
import dev.baton.incident.search.OpenIncidents;
import dev.baton.incident.search.OverdueHolds;
import dev.baton.sla.UrgentObligations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.stereotype.Component;

/** Finds the reasons why incidents are stuck, from their own records. */
@Component
class StuckReasons {

  /** The batch size; batches are read until enough are found. */
  private static final int PORTION = 1_000;

  private final OpenIncidents incidents;
  private final OverdueHolds holds;
  private final UrgentObligations promises;
  private final UnansweredEscalations escalations;

  StuckReasons(
      OpenIncidents incidents,
      OverdueHolds holds,
      UrgentObligations promises,
      UnansweredEscalations escalations) {
    this.incidents = incidents;
    this.holds = holds;
    this.promises = promises;
    this.escalations = escalations;
  }

  /** A reason with its incident, its start, and the instance that shows it. */
  record Remark(String number, Instant since, String text, String instance) {}

  /** Holds past their promised end; the text is the hold reason. */
  List<Remark> held(BoardFilter filter, Instant now, int most) {
    return holds.first(filter.incidents(), now, most).stream()
        .map(
            held ->
                new Remark(
                    held.incident().number(),
                    held.until(),
                    held.reason().name(),
                    held.incident().flowInstance()))
        .toList();
  }

  /** Escalations that found no one on any rung, with the last line of their record. */
  List<Remark> escalationsOnNobody(BoardFilter filter, int most) {
    IncidentFilter asked = filter.incidents();
    return first(
            most,
            offset -> escalations.waiting(offset, PORTION),
            some ->
                asked.isEverything()
                    ? some
                    : among(
                        some,
                        Waiting::incident,
                        incidents.within(numbers(some, Waiting::incident), asked).keySet()))
        .stream()
        .map(each -> new Remark(each.incident(), each.since(), each.text(), each.flowInstance()))
        .toList();
  }

  /** Work in the queues of the teams while a clock runs; the text is the team. */
  List<Remark> queued(Collection<String> teams, BoardFilter filter, int most) {
    if (teams.isEmpty()) {
      return List.of();
    }
    return first(
            most,
            offset -> incidents.queued(teams, filter.incidents(), offset, PORTION),
            some ->
                among(
                    some,
                    IncidentSummary::number,
                    promises.running(numbers(some, IncidentSummary::number))))
        .stream()
        .map(each -> new Remark(each.number(), each.openedAt(), each.team(), each.flowInstance()))
        .toList();
  }

  /** Returns those of the numbers that are open and within the filter. */
  List<BoardIncident> open(Collection<String> numbers, BoardFilter filter) {
    return incidents.open(numbers, filter.incidents()).stream().map(BoardRecords::line).toList();
  }

  /** Reads batch by batch and keeps the matching incidents, until there are enough or no more. */
  private static <T> List<T> first(
      int most, IntFunction<List<T>> portion, Function<List<T>, List<T>> holding) {
    List<T> found = new ArrayList<>();
    for (int offset = 0; found.size() < most; offset += PORTION) {
      List<T> some = portion.apply(offset);
      found.addAll(holding.apply(some));
      if (some.size() < PORTION) {
        break;
      }
    }
    return found.subList(0, Math.min(most, found.size()));
  }

  private static <T> List<String> numbers(List<T> all, Function<T, String> number) {
    return all.stream().map(number).toList();
  }

  private static <T> List<T> among(List<T> all, Function<T, String> number, Set<String> numbers) {
    return all.stream().filter(each -> numbers.contains(number.apply(each))).toList();
  }
}
