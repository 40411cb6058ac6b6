package dev.baton.flow.migration.web;

import dev.baton.engine.migration.FlowStep;
import dev.baton.engine.migration.OlderVersions.OtherInstances;
import dev.baton.flow.migration.MigrationOutline;
import dev.baton.flow.migration.MigrationOutline.VersionChange;
import dev.baton.flow.migration.MigrationQuestion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What is to be moved, and what has to be said first. */
@Schema(name = "MigrationOutline")
record MigrationOutlineResponse(
    @Schema(description = "The whole in words") String words,
    int incidents,
    @Schema(description = "How many of them wait only at steps that both versions have")
        int asTheyAre,
    List<VersionChange> versions,
    List<Question> questions,
    @Schema(
            description =
                "Flows on older versions that belong to no incident: they stay there and end by"
                    + " themselves")
        List<OtherInstances> staying) {

  /** A step without a counterpart. */
  @Schema(name = "MigrationQuestion")
  record Question(
      String flow,
      String flowName,
      String step,
      String label,
      @Schema(description = "How many incidents wait there now; at least one asks for an answer")
          int incidents,
      @Schema(description = "The only step of the other version that is like it") String proposal,
      @Schema(description = "The step that was chosen") String to,
      Boolean again,
      List<Choice> choices) {

    static Question of(MigrationQuestion question) {
      return new Question(
          question.flow(),
          question.flowName(),
          question.step().id(),
          question.step().label(),
          question.incidents(),
          question.proposal(),
          question.answer() == null ? null : question.answer().step(),
          question.answer() == null ? null : question.answer().again(),
          question.choices().stream().map(Choice::of).toList());
    }
  }

  /** A step of the other version. */
  @Schema(name = "MigrationChoice")
  record Choice(
      String step,
      String label,
      @Schema(example = "userTask") String type,
      @Schema(description = "Whether an incident may wait there") boolean waits) {

    static Choice of(FlowStep step) {
      return new Choice(step.id(), step.label(), step.type(), step.waits());
    }
  }

  static MigrationOutlineResponse of(MigrationOutline outline, List<OtherInstances> staying) {
    return new MigrationOutlineResponse(
        outline.words(),
        outline.incidents(),
        outline.asTheyAre(),
        outline.versions(),
        outline.questions().stream().map(Question::of).toList(),
        staying);
  }
}
