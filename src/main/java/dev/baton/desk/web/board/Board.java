package dev.baton.desk.web.board;

import dev.baton.access.AccessControl;
import dev.baton.access.Permission;
import dev.baton.desk.web.FlowChanges;
import dev.baton.desk.web.board.BoardResponse.BoardIncident;
import dev.baton.desk.web.board.BoardResponse.Chosen;
import dev.baton.desk.web.board.BoardResponse.Cut;
import dev.baton.desk.web.board.BoardResponse.Executor;
import dev.baton.desk.web.board.BoardResponse.Held;
import dev.baton.desk.web.board.BoardResponse.OfPriority;
import dev.baton.desk.web.board.BoardResponse.OpenCount;
import dev.baton.desk.web.board.BoardResponse.Rollback;
import dev.baton.desk.web.board.BoardResponse.Stuck;
import dev.baton.desk.web.board.BoardResponse.UnansweredEscalation;
import dev.baton.engine.job.ExecutorLag;
import dev.baton.incident.Priority;
import dev.baton.incident.Status;
import dev.baton.incident.rollback.ReleaseRollback;
import dev.baton.incident.rollback.ReleaseRollbacks;
import dev.baton.incident.search.OpenIncidents.Counted;
import dev.baton.staff.StaffDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Assembles the current state of the desk. Nothing is cached, so anything that is fixed disappears
 * at once.
 */
@Service
@Transactional(readOnly = true)
class Board {

  private static final int SHOWN = 20;

  private final BoardRecords records;
  private final StuckIncidents stuck;
  private final StuckIncidentsCache stuckIncidents;
  private final ReleaseRollbacks rollbacks;
  private final ObjectProvider<FlowChanges> flows;
  private final AccessControl access;
  private final StaffDirectory staff;
  private final ExecutorLag executor;
  private final Duration limit;
  private final Clock clock;

  Board(
      BoardRecords records,
      StuckIncidents stuck,
      StuckIncidentsCache stuckIncidents,
      ReleaseRollbacks rollbacks,
      ObjectProvider<FlowChanges> flows,
      AccessControl access,
      StaffDirectory staff,
      ExecutorLag executor,
      @Value("${baton.executor.lag-limit}") Duration limit,
      Clock clock) {
    this.records = records;
    this.stuck = stuck;
    this.stuckIncidents = stuckIncidents;
    this.rollbacks = rollbacks;
    this.flows = flows;
    this.access = access;
    this.staff = staff;
    this.executor = executor;
    this.limit = limit;
    this.clock = clock;
  }

  /** Returns the state for the incidents of the filter, with causes in the given language. */
  BoardResponse now(BoardFilter filter, Locale language) {
    Instant now = clock.instant();
    StuckIncidentsCache.Seen still = stuckIncidents.seen();
    BoardRecords.Pressed pressing = records.pressing(filter, now, SHOWN);
    Cut<Held> held = records.held(filter, now, SHOWN);
    Cut<UnansweredEscalation> unanswered = records.unanswered(filter, SHOWN);
    Cut<Stuck> stuckNow = stuck.now(filter, now, still.found(), language);
    List<BoardIncident> oldest = records.oldest(filter, SHOWN / 2);
    return new BoardResponse(
        now,
        new Chosen(filter.client(), filter.team(), filter.priority()),
        executor(),
        open(records.open(filter)),
        pressing.late(),
        pressing.atRisk(),
        held,
        unanswered,
        stuckNow,
        oldest,
        still.at(),
        rollbacks.latest().map(Board::rollback).orElse(null),
        flows(),
        people(
            Stream.of(
                    pressing.late().items().stream().map(each -> each.incident().assignee()),
                    pressing.atRisk().items().stream().map(each -> each.incident().assignee()),
                    held.items().stream().map(Held::owner),
                    held.items().stream().map(each -> each.incident().assignee()),
                    unanswered.items().stream().map(UnansweredEscalation::responder),
                    stuckNow.items().stream().map(each -> each.incident().assignee()),
                    oldest.stream().map(BoardIncident::assignee))
                .flatMap(logins -> logins)),
        zone());
  }

  private Map<String, String> people(Stream<String> logins) {
    return logins
        .filter(Objects::nonNull)
        .distinct()
        .collect(Collectors.toMap(login -> login, staff::name));
  }

  private String zone() {
    return staff
        .agent(access.allow(Permission.READ_BOARD).login())
        .map(agent -> agent.zone().getId())
        .orElse("UTC");
  }

  /** Null for who may not see flows. */
  private FlowChanges.Waiting flows() {
    FlowChanges known = flows.getIfAvailable();
    return known == null || !access.may(Permission.CHECK_FLOWS) ? null : known.now();
  }

  private static Rollback rollback(ReleaseRollback past) {
    return new Rollback(
        past.at(),
        past.release(),
        past.restored(),
        past.isDone(),
        past.failedStarts(),
        past.message());
  }

  private Executor executor() {
    Duration lag = executor.lag();
    return new Executor(
        lag.toMillis() / 1_000.0, limit.toSeconds(), lag.compareTo(limit) > 0, executor.failed());
  }

  private static OpenCount open(List<Counted> counts) {
    List<OfPriority> priorities =
        Stream.concat(Arrays.stream(Priority.values()), Stream.of((Priority) null))
            .map(priority -> ofPriority(priority, counts))
            .filter(each -> each.priority() != null || each.total() > 0)
            .toList();
    return new OpenCount(priorities.stream().mapToLong(OfPriority::total).sum(), priorities);
  }

  private static OfPriority ofPriority(Priority priority, List<Counted> counts) {
    Map<Status, Long> states =
        counts.stream()
            .filter(each -> each.priority() == priority)
            .collect(
                Collectors.toMap(
                    Counted::status, Counted::count, Long::sum, () -> new EnumMap<>(Status.class)));
    return new OfPriority(
        priority, states.values().stream().mapToLong(Long::longValue).sum(), states);
  }
}
