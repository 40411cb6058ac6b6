package dev.baton.flow.migration;

import dev.baton.engine.ActingPerson;
import dev.baton.web.text.LocalizableText;
import dev.baton.web.validation.FieldChecks;
import dev.baton.web.validation.InvalidInput;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Migrations before their forecast: what is asked for, and what it is about. */
@Component
class MigrationDrafts {

  static final int LONGEST_REASON = 500;
  private static final int MOST_STAGES = 10;
  private static final int MOST_IN_STAGE = 100_000;

  private final Migrations migrations;
  private final MigrationScope scope;
  private final ActingPerson actingPerson;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  MigrationDrafts(
      Migrations migrations,
      MigrationScope scope,
      ActingPerson actingPerson,
      ApplicationEventPublisher events,
      Clock clock) {
    this.migrations = migrations;
    this.scope = scope;
    this.actingPerson = actingPerson;
    this.events = events;
    this.clock = clock;
  }

  /** What is asked for, not stored yet. */
  Migration draft(MigrationRequest request, Long backOf) {
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

  /**
   * Stores it with its incidents.
   *
   * @throws InvalidInput for a missing reason or senseless stages
   * @throws MigrationConflict if there is nothing to move
   */
  long add(Migration planned, MigrationOutline outline) {
    FieldChecks.text("reason", "reason", planned.reason(), LONGEST_REASON);
    checkStages(planned.stages());
    if (outline.incidents() == 0) {
      throw new MigrationConflict(LocalizableText.of("refused.migration.nothing"));
    }
    long id = migrations.add(planned);
    begin(migrations.get(id), outline);
    return id;
  }

  private static void checkStages(List<Integer> stages) {
    if (stages.size() > MOST_STAGES
        || stages.stream().anyMatch(size -> size == null || size < 1 || size > MOST_IN_STAGE)) {
      throw new InvalidInput("stages", LocalizableText.of("refused.migration.stages", MOST_STAGES));
    }
  }

  /** Its forecast begins, unless it has to be said first where incidents go on. */
  void begin(Migration migration, MigrationOutline outline) {
    migrations.replaceIncidents(migration.id(), scope.incidents(migration));
    migrations.answer(
        migration.id(),
        migration.answers(),
        outline.isOpen() ? MigrationState.DRAFT : MigrationState.FORECASTING);
    events.publishEvent(new MigrationBegun());
  }
}
