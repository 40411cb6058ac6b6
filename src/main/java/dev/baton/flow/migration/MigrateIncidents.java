package dev.baton.flow.migration;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.engine.ActingPerson;
import dev.baton.engine.migration.StepTarget;
import dev.baton.web.validation.FieldChecks;
import dev.baton.web.validation.InvalidInput;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a process owner does with a migration: plan it, answer its questions, release its stages,
 * stop it, and take it back. The worker does the rest.
 */
@Service
@Transactional
public class MigrateIncidents {

  private static final int LONGEST_REASON = 500;
  private static final int MOST_STAGES = 10;
  private static final int MOST_IN_STAGE = 100_000;

  private final Migrations migrations;
  private final MigrationScope scope;
  private final OutlineMigration outlines;
  private final AuditTrail trail;
  private final ActingPerson actingPerson;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  MigrateIncidents(
      Migrations migrations,
      MigrationScope scope,
      OutlineMigration outlines,
      AuditTrail trail,
      ActingPerson actingPerson,
      ApplicationEventPublisher events,
      Clock clock) {
    this.migrations = migrations;
    this.scope = scope;
    this.outlines = outlines;
    this.trail = trail;
    this.actingPerson = actingPerson;
    this.events = events;
    this.clock = clock;
  }

  /** What could be moved to the live versions now. */
  @Transactional(readOnly = true)
  @RequiresPermission(Permission.DEPLOY)
  public MigrationOutline outline() {
    Migration planned = migration(new MigrationRequest("", Map.of(), false, List.of()), null);
    return outlines.of(scope.ways(planned), Map.of());
  }

  /** What a migration is about, as it runs now. */
  @Transactional(readOnly = true)
  @RequiresPermission(Permission.DEPLOY)
  public MigrationOutline outline(Migration migration) {
    return outlines.of(scope.ways(migration), migration.answers());
  }

  /**
   * Stores a new one. Its forecast begins at once, unless it has to be said first where incidents
   * go on.
   *
   * @throws InvalidInput for a missing reason, or answers that do not fit
   * @throws MigrationConflict if there is nothing to move
   */
  @RequiresPermission(Permission.DEPLOY)
  public Migration plan(MigrationRequest request) {
    return add(migration(request, null), "planned");
  }

  /**
   * A migration that takes another one back: every incident that was moved returns to the versions
   * that it had.
   *
   * @throws MigrationConflict if nothing was moved, or it is at work
   */
  @RequiresPermission(Permission.DEPLOY)
  public Migration back(long id, MigrationRequest request) {
    Migration done = migrations.inTurn(id);
    if (done.state().isAtWork()) {
      throw new MigrationConflict("The migration is at work; stop it first.");
    }
    Map<String, Map<String, StepTarget>> answers = InverseAnswers.of(done.answers());
    request.answers().forEach((flow, each) -> answers.merge(flow, each, InverseAnswers::both));
    MigrationRequest asked =
        new MigrationRequest(
            request.reason(), answers, request.evaluatesTimers(), request.stages());
    return add(migration(asked, id), "planned as the way back of migration " + id);
  }

  private Migration migration(MigrationRequest request, Long backOf) {
    Map<String, String> targets = backOf == null ? scope.newestVersions() : Map.of();
    return new Migration(
        0,
        request.reason(),
        actingPerson.current().name(),
        clock.instant(),
        MigrationState.DRAFT,
        request.answers(),
        targets,
        request.evaluatesTimers(),
        request.stages(),
        0,
        0,
        backOf,
        null,
        null);
  }

  private Migration add(Migration planned, String words) {
    FieldChecks.text("reason", "reason", planned.reason(), LONGEST_REASON);
    checkStages(planned.stages());
    MigrationOutline outline = outline(planned);
    if (outline.incidents() == 0) {
      throw new MigrationConflict("There is nothing to move: all incidents are on these versions.");
    }
    long id = migrations.add(planned);
    begin(id, planned, outline);
    record(id, "%s: %s".formatted(words, planned.reason()));
    return migrations.get(id);
  }

  private static void checkStages(List<Integer> stages) {
    if (stages.size() > MOST_STAGES
        || stages.stream().anyMatch(size -> size == null || size < 1 || size > MOST_IN_STAGE)) {
      throw new InvalidInput(
          "stages", "must be at most %d numbers from 1 on.".formatted(MOST_STAGES));
    }
  }

  private void begin(long id, Migration migration, MigrationOutline outline) {
    migrations.replaceIncidents(id, scope.incidents(migration));
    migrations.answer(
        id,
        migration.answers(),
        outline.isOpen() ? MigrationState.DRAFT : MigrationState.FORECASTING);
    events.publishEvent(new MigrationBegun());
  }

  /**
   * Says where incidents go on, in addition to what was said before, and makes the forecast anew.
   *
   * @throws InvalidInput if an answer does not fit
   * @throws MigrationConflict once an incident has been moved
   */
  @RequiresPermission(Permission.DEPLOY)
  public Migration answer(long id, Map<String, Map<String, StepTarget>> answers) {
    Migration migration = migrations.inTurn(id);
    if (migration.stage() > 0) {
      throw new MigrationConflict("Incidents have been moved already; plan another migration.");
    }
    Map<String, Map<String, StepTarget>> together = new HashMap<>(migration.answers());
    answers.forEach((flow, each) -> together.merge(flow, each, InverseAnswers::both));
    Migration changed =
        new Migration(
            id,
            migration.reason(),
            migration.createdBy(),
            migration.createdAt(),
            migration.state(),
            together,
            migration.targets(),
            migration.evaluatesTimers(),
            migration.stages(),
            0,
            0,
            migration.backOf(),
            null,
            null);
    begin(id, changed, outline(changed));
    record(id, "answered: " + answers);
    return migrations.get(id);
  }

  /**
   * Releases the next stage, or goes on after a stop.
   *
   * @throws MigrationConflict if there is no forecast, or another migration is at work
   */
  @RequiresPermission(Permission.DEPLOY)
  public Migration release(long id) {
    Migration migration = migrations.inTurn(id);
    boolean goesOn = migration.state() == MigrationState.STOPPED && migration.stage() > 0;
    if (!goesOn
        && !Set.of(MigrationState.READY, MigrationState.PAUSED).contains(migration.state())) {
      throw new MigrationConflict(
          switch (migration.state()) {
            case DRAFT -> "Say first where all incidents go on.";
            case DONE -> "The migration is done.";
            case STOPPED -> "The forecast was stopped; answer again to repeat it.";
            default -> "The migration is at work.";
          });
    }
    migrations.inState(Set.of(MigrationState.RUNNING)).stream()
        .filter(other -> other != id)
        .findFirst()
        .ifPresent(
            other -> {
              throw new MigrationConflict(
                  "Migration %d is at work; wait or stop it.".formatted(other));
            });
    int stage = goesOn ? migration.stage() : migration.stage() + 1;
    migrations.release(id, stage, goesOn ? migration.released() : migration.releasedNext());
    events.publishEvent(new MigrationBegun());
    record(id, (goesOn ? "goes on with stage " : "released stage ") + stage);
    return migrations.get(id);
  }

  /** Nothing else is moved from here on; the incident at hand is finished. */
  @RequiresPermission(Permission.DEPLOY)
  public Migration stop(long id, String reason) {
    FieldChecks.text("reason", "reason", reason, LONGEST_REASON);
    Migration migration = migrations.inTurn(id);
    if (migration.state() == MigrationState.DONE) {
      throw new MigrationConflict("The migration is done; take it back instead.");
    }
    migrations.set(id, MigrationState.STOPPED, reason, null);
    record(id, "stopped: " + reason);
    return migrations.get(id);
  }

  private void record(long id, String words) {
    trail.record(AuditEntry.of(AuditKind.DEPLOYED, "migration " + id, "Migration " + words));
  }
}
