package dev.baton.flow.migration.web;

import dev.baton.flow.migration.Migration;
import dev.baton.flow.migration.MigrationState;
import dev.baton.flow.migration.MoveState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A migration and how far it is. */
@Schema(name = "Migration")
record MigrationResponse(
    long id,
    String reason,
    String createdBy,
    Instant createdAt,
    MigrationState state,
    @Schema(description = "Why it stopped") String message,
    List<StepAnswerBody> answers,
    boolean evaluateTimers,
    List<Integer> stages,
    @Schema(description = "The stage that was released last; 0 before the first") int stage,
    @Schema(description = "The migration that this one takes back") Long backOf,
    Instant finishedAt,
    @Schema(
            description =
                "Whether another release has gone live since: then no further stage is released,"
                    + " and another migration is to be planned")
        boolean outdated,
    @Schema(description = "How many incidents are in each state")
        Map<MoveState, Integer> incidents) {

  static MigrationResponse of(
      Migration migration, boolean isOutdated, Map<MoveState, Integer> incidents) {
    List<StepAnswerBody> answers = new ArrayList<>();
    migration
        .answers()
        .forEach(
            (flow, steps) ->
                steps.forEach(
                    (step, target) ->
                        answers.add(
                            new StepAnswerBody(flow, step, target.step(), target.again()))));
    return new MigrationResponse(
        migration.id(),
        migration.reason(),
        migration.createdBy(),
        migration.createdAt(),
        migration.state(),
        migration.message(),
        answers,
        migration.evaluatesTimers(),
        migration.stages(),
        migration.stage(),
        migration.backOf(),
        migration.finishedAt(),
        isOutdated,
        incidents);
  }
}
