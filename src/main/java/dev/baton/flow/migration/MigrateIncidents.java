package dev.baton.flow.migration;

import dev.baton.access.Permission;
import dev.baton.access.RequiresPermission;
import dev.baton.audit.AuditEntry;
import dev.baton.audit.AuditKind;
import dev.baton.audit.AuditTrail;
import dev.baton.engine.migration.StepTarget;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.FieldChecks;
import dev.baton.web.validation.InvalidInput;
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

  private final Migrations migrations;
  private final MigrationScope scope;
  private final OutlineMigration outlines;
  private final MigrationDrafts drafts;
  private final AuditTrail trail;
  private final ApplicationEventPublisher events;

  MigrateIncidents(
      Migrations migrations,
      MigrationScope scope,
      OutlineMigration outlines,
      MigrationDrafts drafts,
      AuditTrail trail,
      ApplicationEventPublisher events) {
    this.migrations = migrations;
    this.scope = scope;
    this.outlines = outlines;
    this.drafts = drafts;
    this.trail = trail;
    this.events = events;
  }

  /** What could be moved to the live versions now. */
  @Transactional(readOnly = true)
  @RequiresPermission(Permission.DEPLOY)
  public MigrationOutline outline() {
    Migration planned = drafts.draft(new MigrationRequest("", Map.of(), false, List.of()), null);
    return outlines.of(planned, scope.ways(planned));
  }

  /** What a migration is about, as it runs now. */
  @Transactional(readOnly = true)
  @RequiresPermission(Permission.DEPLOY)
  public MigrationOutline outline(Migration migration) {
    return outlines.of(migration, scope.ways(migration));
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
    return stored(drafts.draft(request, null), "planned");
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
      throw new MigrationConflict(LocalizableText.of("refused.migration.stopFirst"));
    }
    Map<String, Map<String, StepTarget>> answers = InverseAnswers.of(done.answers());
    request.answers().forEach((flow, each) -> answers.merge(flow, each, InverseAnswers::both));
    MigrationRequest asked =
        new MigrationRequest(
            request.reason(), answers, request.evaluatesTimers(), request.stages());
    return stored(drafts.draft(asked, id), "planned as the way back of migration " + id);
  }

  private Migration stored(Migration planned, String words) {
    long id = drafts.add(planned, outline(planned));
    record(id, "%s: %s".formatted(words, planned.reason()));
    return migrations.get(id);
  }

  /**
   * Whether another release has gone live since it was planned: then it would lead to an older one.
   */
  @Transactional(readOnly = true)
  @RequiresPermission(Permission.DEPLOY)
  public boolean isOutdated(Migration migration) {
    return scope.isOutdated(migration);
  }

  private void refuseOutdated(Migration migration) {
    if (scope.isOutdated(migration)) {
      throw new MigrationConflict(LocalizableText.of("refused.migration.outdated"));
    }
  }

  /**
   * Says where incidents go on, in addition to what was said before, and makes the forecast anew.
   *
   * @throws InvalidInput if an answer does not fit
   * @throws MigrationConflict once an incident has been moved, or if another release is live by now
   */
  @RequiresPermission(Permission.DEPLOY)
  public Migration answer(long id, Map<String, Map<String, StepTarget>> answers) {
    Migration migration = migrations.inTurn(id);
    if (migration.stage() > 0) {
      throw new MigrationConflict(LocalizableText.of("refused.migration.moved"));
    }
    Map<String, Map<String, StepTarget>> together = new HashMap<>(migration.answers());
    answers.forEach((flow, each) -> together.merge(flow, each, InverseAnswers::both));
    refuseOutdated(migration);
    Migration changed = migration.answered(together);
    drafts.begin(changed, outline(changed));
    record(id, "answered: " + answers);
    return migrations.get(id);
  }

  /**
   * Releases the next stage, or goes on after a stop.
   *
   * @throws MigrationConflict if there is no forecast, another migration is at work, or another
   *     release is live by now
   */
  @RequiresPermission(Permission.DEPLOY)
  public Migration release(long id) {
    Migration migration = migrations.inTurn(id);
    boolean goesOn = migration.state() == MigrationState.STOPPED && migration.stage() > 0;
    if (!goesOn
        && !Set.of(MigrationState.READY, MigrationState.PAUSED).contains(migration.state())) {
      throw new MigrationConflict(
          switch (migration.state()) {
            case DRAFT -> LocalizableText.of("refused.migration.draft");
            case DONE -> LocalizableText.of("refused.migration.done");
            case STOPPED -> LocalizableText.of("refused.migration.stopped");
            default -> LocalizableText.of("refused.migration.atWork");
          });
    }
    refuseOutdated(migration);
    migrations.inState(Set.of(MigrationState.RUNNING)).stream()
        .filter(other -> other != id)
        .findFirst()
        .ifPresent(
            other -> {
              throw new MigrationConflict(LocalizableText.of("refused.migration.other", other));
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
    FieldChecks.text("reason", "reason", reason, MigrationDrafts.LONGEST_REASON);
    Migration migration = migrations.inTurn(id);
    if (migration.state() == MigrationState.DONE) {
      throw new MigrationConflict(LocalizableText.of("refused.migration.takeBack"));
    }
    migrations.set(id, MigrationState.STOPPED, reason, null);
    record(id, "stopped: " + reason);
    return migrations.get(id);
  }

  private void record(long id, String words) {
    trail.record(AuditEntry.of(AuditKind.DEPLOYED, "migration " + id, "Migration " + words));
  }
}
